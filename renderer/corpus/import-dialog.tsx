// Import in one window: which files, for which case; how far; what came of it.
import { useState } from 'react';
import type { Case } from '../../shared/domain/corpus.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { SOURCE_KINDS } from '../../shared/domain/source.ts';
import type { SourceKind } from '../../shared/domain/source.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { uiText } from '../../shared/i18n/ui.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';
import type { ChosenFile } from './chosen-files.ts';
import { FilePickers } from './file-pickers.tsx';
import { ImportReportDialog } from './import-report.tsx';
import type { useImport } from './use-import.ts';

const NAMES_SHOWN = 6;
const NO_CASE = 'none';
const NEW_CASE = 'new';

interface ImportDialogProps {
  cases: readonly Case[];
  /** The case that is looked at on the screen behind. */
  suggestedCase: CaseId | null;
  work: ReturnType<typeof useImport>;
}

export function ImportDialog({ cases, suggestedCase, work }: ImportDialogProps) {
  const { state } = work;
  if (state?.phase === 'choosing') return <Choosing files={state.files} cases={cases} suggestedCase={suggestedCase} work={work} />;
  if (state?.phase === 'running') return <Running done={state.done} total={state.total} label={state.label} onCancel={work.cancel} />;
  if (state?.phase === 'reported') return <ImportReportDialog report={state.report} isCancelled={state.isCancelled} onClose={work.close} />;
  return null;
}

function Choosing({ files, cases, suggestedCase, work }: ImportDialogProps & { files: readonly ChosenFile[] }) {
  const text = useText(corpusText);
  const words = useText(uiText);
  const run = useRun();
  const [caseKey, setCaseKey] = useState<string>(suggestedCase ?? NO_CASE);
  const [newCase, setNewCase] = useState('');
  const [kind, setKind] = useState<SourceKind>('interview');
  const needsName = caseKey === NEW_CASE && newCase.trim() === '';

  const start = async () => {
    const known = cases.find((one) => one.id === caseKey || (caseKey === NEW_CASE && one.name === newCase.trim()));
    const made = caseKey === NEW_CASE && !known ? await run('case.create', { name: newCase.trim() }) : null;
    if (made !== undefined) await work.start(files, known?.id ?? made, kind);
  };
  return (
    <Dialog
      isOpen
      title={text.importTitle}
      onClose={work.close}
      actions={
        <>
          <Button onPress={work.close}>{words.cancel}</Button>
          <Button variant="primary" onPress={() => void start()} isDisabled={files.length === 0 || needsName}>
            {text.start(files.length)}
          </Button>
        </>
      }
    >
      <div className="form import-form">
        {files.length === 0 ? <p>{text.noneChosen}</p> : <ChosenList files={files} />}
        <FilePickers onChosen={(more) => work.choose(more)} />
        <div className="import-choices">
          <Select
            label={text.forCase}
            value={caseKey}
            onChange={setCaseKey}
            options={[
              { id: NO_CASE, label: text.noCase },
              ...cases.map((one) => ({ id: one.id as string, label: one.name })),
              { id: NEW_CASE, label: text.newCase },
            ]}
          />
          <Select label={text.forKind} value={kind} onChange={setKind} options={SOURCE_KINDS.map((id) => ({ id, label: text.kinds[id] }))} />
        </div>
        {caseKey === NEW_CASE ? <TextField label={text.caseName} value={newCase} onChange={setNewCase} autoFocus maxLength={300} /> : null}
      </div>
    </Dialog>
  );
}

function ChosenList({ files }: { files: readonly ChosenFile[] }) {
  const text = useText(corpusText);
  return (
    <div>
      <p className="import-count">{text.chosen(files.length)}</p>
      <ul className="import-files">
        {files.slice(0, NAMES_SHOWN).map(({ path }) => (
          <li key={path}>{path}</li>
        ))}
        {files.length > NAMES_SHOWN ? <li className="quiet">{text.andMore(files.length - NAMES_SHOWN)}</li> : null}
      </ul>
    </div>
  );
}

function Running({ done, total, label, onCancel }: { done: number; total: number; label: string; onCancel: () => void }) {
  const text = useText(corpusText);
  return (
    <Dialog isOpen isAlert title={text.importing} onClose={onCancel} actions={<Button onPress={onCancel}>{text.stop}</Button>}>
      <div className="import-running">
        <ProgressBar label={label || text.reading} done={done} total={total} valueText={text.progress(done, total)} />
      </div>
    </Dialog>
  );
}
