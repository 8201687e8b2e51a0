// The files of the import: arrows show one after the other, space takes one or leaves it out.
import { useMemo } from 'react';
import type { KeyboardEvent } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { importText } from '../../shared/i18n/import.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { classes } from '../ui/classes.ts';
import { useLanguage } from '../ui/language.tsx';
import { measuresOf, refusalWords, warningsOf } from './file-words.ts';
import { useImportSession } from './import-context.tsx';
import { commonFolder, folderOf } from './chosen-files.ts';
import { canBeTaken, changed, isTaken } from './import-state.ts';
import type { ImportFile, ImportState } from './import-state.ts';

const ROW_ESTIMATE = 48;

export function FileList({ state }: { state: ImportState }) {
  const text = importText[useLanguage().language];
  const session = useImportSession();
  const { files, shownKey } = state;
  const take = (keys: readonly string[], isOn: boolean) =>
    session.settle((before) => keys.reduce((next, key) => changed(next, key, () => ({ isTaken: isOn })), before));
  const sharedFolder = useMemo(() => commonFolder(files.map(({ chosen }) => chosen.path)), [files]);
  const takeable = files.filter(canBeTaken);
  const taken = takeable.filter(isTaken).length;

  const onKey = (event: KeyboardEvent) => {
    const shown = files.find(({ key }) => key === shownKey);
    if (event.key !== ' ' || !(event.target instanceof HTMLElement) || event.target.role !== 'row' || !shown) return;
    event.preventDefault();
    event.stopPropagation();
    if (canBeTaken(shown)) take([shown.key], !isTaken(shown));
  };
  return (
    <div className="import-files" onKeyDownCapture={onKey}>
      {files.length > 1 ? (
        <div className="import-files-head">
          <Checkbox
            isSelected={taken > 0 && taken === takeable.length}
            isIndeterminate={taken > 0 && taken < takeable.length}
            isDisabled={takeable.length === 0}
            onChange={(isOn) =>
              take(
                takeable.map(({ key }) => key),
                isOn,
              )
            }
          >
            {text.takeAll}
          </Checkbox>
        </div>
      ) : null}
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: ROW_ESTIMATE }}>
        <GridList
          aria-label={text.files}
          className="import-files-list"
          items={files}
          dependencies={[sharedFolder]}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={shownKey === null ? [] : [shownKey]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            if (key !== undefined) session.settle((before) => ({ ...before, shownKey: String(key) }));
          }}
        >
          {(file) => <Row key={file.key} id={file.key} file={file} sharedFolder={sharedFolder} onTake={(isOn) => take([file.key], isOn)} />}
        </GridList>
      </Virtualizer>
    </div>
  );
}

interface RowProps {
  id: string;
  file: ImportFile;
  /** The folder that all files lie in: it says nothing of this one. */
  sharedFolder: string;
  onTake: (isOn: boolean) => void;
}

function Row({ id, file, sharedFolder, onTake }: RowProps) {
  const { language } = useLanguage();
  const text = importText[language];
  const { path } = file.chosen;
  const folder = folderOf(path).slice(sharedFolder.length);
  const { reading } = file;
  const refusal = reading.status === 'refused' ? refusalWords({ path, failure: reading.failure }, language) : null;
  const warnings = warningsOf(file, language);
  return (
    <GridListItem
      id={id}
      textValue={path}
      className={classes('import-file', `import-file-${file.reading.status}`, !isTaken(file) && 'import-file-left')}
    >
      <Checkbox isSelected={isTaken(file)} isDisabled={!canBeTaken(file)} onChange={onTake} label={text.take(path)} />
      <span className="import-file-words">
        <span className="import-file-name" title={path}>
          {path.slice(folderOf(path).length)}
        </span>
        {folder === '' ? null : <span className="import-file-folder">{folder.replace(/\/$/, '')}</span>}
        {file.reading.status === 'waiting' ? <span className="import-file-measures">{text.waiting}</span> : null}
        {file.reading.status === 'read' ? <span className="import-file-measures number">{measuresOf(file, language)}</span> : null}
        {refusal === null ? null : <span className="import-file-refusal">{refusal}</span>}
        {warnings.length > 0 ? <span className="import-file-warning">{warnings.join(' · ')}</span> : null}
      </span>
    </GridListItem>
  );
}
