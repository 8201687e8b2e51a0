// Which columns the corpus table shows, and the file it is saved as.
import { useState } from 'react';
import { CORPUS_TABLE_FORMATS } from '../../shared/domain/corpus-table.ts';
import type { CorpusTableFormat, OfferedColumn } from '../../shared/domain/corpus-table.ts';
import { corpusTableText } from '../../shared/i18n/corpus-table.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { saveFile } from '../ui/save-file.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { chosenColumns } from './corpus-model.ts';

export function CorpusTableDialog({ onClose }: { onClose: () => void }) {
  const text = useText(corpusTableText);
  const run = useRun();
  const { project } = useProject();
  const { data: offered } = useQuery('corpus.tableColumns', {});
  // the table speaks the project's language, whatever the window's
  const [title, setTitle] = useState<string>(corpusTableText[project?.language ?? 'fr'].defaultTitle);
  const [format, setFormat] = useState<CorpusTableFormat>('docx');
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [isSaving, setSaving] = useState(false);
  const columns = chosenColumns(offered ?? [], changed);

  const save = async () => {
    setSaving(true);
    const file = await run('corpus.table', { title: title.trim(), format, columns });
    setSaving(false);
    if (!file) return;
    saveFile(file);
    onClose();
  };
  return (
    <Dialog
      isOpen
      size="wide"
      title={text.dialogTitle}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button variant="primary" isDisabled={isSaving || columns.length === 0 || title.trim() === ''} onPress={() => void save()}>
            {isSaving ? text.saving : text.save}
          </Button>
        </>
      }
    >
      <div className="corpus-table">
        <p>{text.explanation}</p>
        <TextField label={text.title} value={title} onChange={setTitle} maxLength={300} />
        <section>
          <SectionTitle>{text.columnsToShow}</SectionTitle>
          <ul className="corpus-table-columns">
            {(offered ?? []).map((column) => (
              <Offered
                key={column.key}
                column={column}
                isChosen={columns.includes(column.key)}
                onChange={(isChosen) => setChanged(new Map([...changed, [column.key, isChosen]]))}
              />
            ))}
          </ul>
        </section>
        <Segmented
          label={text.format}
          value={format}
          onChange={(next) => next && setFormat(next)}
          options={CORPUS_TABLE_FORMATS.map((id) => ({ id, label: text.formats[id] }))}
        />
      </div>
    </Dialog>
  );
}

function Offered({ column, isChosen, onChange }: { column: OfferedColumn; isChosen: boolean; onChange: (isChosen: boolean) => void }) {
  const text = useText(corpusTableText);
  return (
    <li>
      <Checkbox isSelected={isChosen} onChange={onChange}>
        {column.label}
      </Checkbox>
      <span className="corpus-table-example">{column.filled === 0 ? text.nothingIn : column.example}</span>
    </li>
  );
}
