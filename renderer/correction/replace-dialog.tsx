// Replaces a transcript by a corrected file: first what that would do to the words and the codings, then one act or nothing.
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { READABLE_EXTENSIONS } from '../../shared/domain/readable-formats.ts';
import type { AffectedPassage, ReplacementPlan } from '../../shared/domain/revision.ts';
import { correctionText } from '../../shared/i18n/correction.ts';
import { base64Of } from '../import/chosen-files.ts';
import { useReader } from '../reader/reader-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import { Comparison } from './comparison.tsx';
import { WordsDiff } from './words-diff.tsx';
import './correction.css';

interface Planned {
  readonly file: string;
  readonly plan: ReplacementPlan;
}

export function ReplaceDialog({ onClose }: { onClose: () => void }) {
  const text = useText(correctionText);
  const { transcript, correction } = useReader();
  const run = useRun();
  const notify = useNotify();
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [isPlanning, setIsPlanning] = useState(false);

  const plan = async (file: File | undefined) => {
    if (!file) return;
    setIsPlanning(true);
    const made = await run('source.planReplacement', { sourceId: transcript.sourceId, file: { name: file.name, base64: await base64Of(file) } });
    setIsPlanning(false);
    setPlanned(made ? { file: file.name, plan: made } : null);
  };
  const replace = async () => {
    if (!planned) return;
    const done = await correction.restructure((now) => now('source.replaceText', { sourceId: transcript.sourceId, plan: planned.plan.plan }));
    // a text that changed meanwhile has to be planned for anew
    if (!done) return setPlanned(null);
    notify({ text: text.replaced, kind: 'done' });
    return onClose();
  };
  const changes = planned !== null && planned.plan.comparison.turns.length > 0;
  return (
    <Dialog
      isOpen
      size="wide"
      isAlert={planned !== null}
      title={text.replaceTitle}
      onClose={onClose}
      className="correction-dialog"
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          {changes ? (
            <Button variant="primary" onPress={() => void replace()}>
              {text.replaceNow}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="correction-replace">
        {planned === null ? <p>{text.replaceText}</p> : null}
        <FileChoice planned={planned} isPlanning={isPlanning} onFile={(file) => void plan(file)} />
        {planned ? <Plan plan={planned.plan} /> : null}
      </div>
    </Dialog>
  );
}

interface FileChoiceProps {
  planned: Planned | null;
  isPlanning: boolean;
  onFile: (file: File | undefined) => void;
}

function FileChoice({ planned, isPlanning, onFile }: FileChoiceProps) {
  const text = useText(correctionText);
  return (
    <DropZone
      className="correction-drop"
      aria-label={text.chooseFile}
      onDrop={({ items }) => {
        const file = items.find((item) => item.kind === 'file');
        if (file) void file.getFile().then(onFile);
      }}
    >
      {planned ? <span>{text.planOf(planned.file)}</span> : null}
      <FileTrigger acceptedFileTypes={[...READABLE_EXTENSIONS]} onSelect={(files) => onFile(files?.[0])}>
        <Button variant={planned ? 'plain' : 'primary'} isDisabled={isPlanning}>
          <FileUp size={15} aria-hidden />
          {planned ? text.otherFile : text.chooseFile}
        </Button>
      </FileTrigger>
      <span className="quiet" role="status">
        {isPlanning ? text.planning : planned ? '' : text.dropFile}
      </span>
    </DropZone>
  );
}

function Plan({ plan }: { plan: ReplacementPlan }) {
  const text = useText(correctionText);
  const { comparison, kept, touched, orphaned, newSpeakers } = plan;
  if (comparison.turns.length === 0) return <p>{text.nothingChanges}</p>;
  const counts = [
    [kept, text.kept],
    [touched.length, text.touchedCount],
    [orphaned.length, text.orphanedCount],
  ] as const;
  return (
    <>
      <section>
        <h3>{text.ofPassages}</h3>
        <ul className="correction-counts">
          {counts.map(([count, what]) => (
            <li key={what}>
              <b>{text.number(count)}</b> {what}
            </li>
          ))}
        </ul>
      </section>
      {newSpeakers.length > 0 ? <p>{text.newSpeakers(newSpeakers.length, newSpeakers.join(', '))}</p> : null}
      {orphaned.length > 0 ? (
        <section>
          <h3>{text.orphanedList(orphaned.length)}</h3>
          <p className="quiet">{text.orphanedText}</p>
          <Affected passages={orphaned} />
        </section>
      ) : null}
      {touched.length > 0 ? (
        <section>
          <h3>{text.touchedList(touched.length)}</h3>
          <Affected passages={touched} />
        </section>
      ) : null}
      <section>
        <h3>{text.changedTurns}</h3>
        <Comparison comparison={comparison} />
      </section>
    </>
  );
}

function Affected({ passages }: { passages: readonly AffectedPassage[] }) {
  return (
    <ul className="correction-affected">
      {passages.map(({ passageId, before, after, categories }) => (
        <li key={passageId}>
          <span className="correction-category">{categories.join(' · ')}</span>
          <WordsDiff before={before} after={after} />
        </li>
      ))}
    </ul>
  );
}
