// The project for other programs: which one, with what, and what their format does not keep, said before anything is written.
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { OUTWARD_FORMATS, usualOutward } from '../../shared/domain/outward.ts';
import type { OutwardChoice } from '../../shared/domain/outward.ts';
import { leavingText } from '../../shared/i18n/leaving.ts';
import { outwardText } from '../../shared/i18n/outward.ts';
import { uiText } from '../../shared/i18n/ui.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useText } from '../ui/language.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useRun } from '../ui/use-run.ts';
import { PeopleChoice, RefiChoices, TextChoices } from './leaving-choices.tsx';
import type { RefiChoice } from './leaving-choices.tsx';
import { useLeavingProgress } from './use-leaving-progress.ts';
import './leaving.css';

const TARGETS = ['qdpx', ...OUTWARD_FORMATS, 'csv', 'json'] as const;
type Target = (typeof TARGETS)[number];

const isOutward = (target: Target): target is OutwardChoice['format'] => (OUTWARD_FORMATS as readonly string[]).includes(target);
const countsWords = (target: Target): boolean => target === 'iramuteq' || target === 'txm';
const namesPeople = (target: Target): boolean => isOutward(target) && target !== 'gephi';

export function LeavingDialog({ onClose }: { onClose: () => void }) {
  const text = useText(leavingText);
  const outward = useText(outwardText);
  const words = useText(uiText);
  const run = useRun();
  const [target, setTarget] = useState<Target>('qdpx');
  const [choice, setChoice] = useState<OutwardChoice>(usualOutward('iramuteq'));
  const [refi, setRefi] = useState<RefiChoice>({ unit: 'codepoint', withSideFile: true, withRecordings: true });
  const { progress, watch } = useLeavingProgress();

  const names = { ...outward.formats, qdpx: text.qdpx, csv: text.csv, json: text.json };
  const what = { ...outward.what, qdpx: text.qdpxWhat, csv: text.csvWhat, json: text.jsonWhat };
  const choose = (next: Target) => {
    setTarget(next);
    if (isOutward(next)) setChoice({ ...choice, format: next, people: usualOutward(next).people });
  };
  const fileFor = () => {
    if (target === 'qdpx') return run('refi.write', refi);
    return target === 'csv' || target === 'json' ? run('project.export', { format: target }) : run('outward.write', choice);
  };
  const write = async () => {
    const file = await watch(fileFor());
    if (!file) return;
    saveFile(file);
    onClose();
  };
  /** What is being written is stopped first; the choices stay. */
  const close = () => {
    if (progress === null) onClose();
    else void run('job.cancel', { job: 'leaving' });
  };
  return (
    <Dialog
      isOpen
      size="wide"
      title={text.title}
      onClose={close}
      actions={
        <>
          <Button onPress={() => close()}>{words.cancel}</Button>
          <Button variant="primary" onPress={() => void write()} isDisabled={progress !== null}>
            {text.write}
          </Button>
        </>
      }
    >
      <div className="leaving">
        <RadioGroup className="leaving-targets" aria-label={text.targets} value={target} onChange={(value) => choose(value as Target)}>
          {TARGETS.map((id) => (
            <Radio key={id} value={id} className="leaving-target">
              {names[id]}
            </Radio>
          ))}
        </RadioGroup>
        <div className="leaving-choices">
          <p>{what[target]}</p>
          {target === 'qdpx' ? <RefiChoices choice={refi} onChange={setRefi} /> : null}
          {countsWords(target) ? <TextChoices choice={choice} onChange={setChoice} /> : null}
          {namesPeople(target) ? <PeopleChoice choice={choice} onChange={setChoice} /> : null}
          {progress ? <ProgressBar label={text.writing} {...progress} /> : null}
        </div>
      </div>
    </Dialog>
  );
}
