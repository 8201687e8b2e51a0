// The project for other programs: which one, with what, and what their format does not keep, said before anything is written.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { OUTWARD_FORMATS, usualOutward } from '../../shared/domain/outward.ts';
import type { OutwardChoice } from '../../shared/domain/outward.ts';
import { leavingText } from '../../shared/i18n/leaving.ts';
import { outwardText } from '../../shared/i18n/outward.ts';
import { uiText } from '../../shared/i18n/ui.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useRun } from '../ui/use-run.ts';
import { RefiLosses } from './refi-losses.tsx';
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
  const [refi, setRefi] = useState({ unit: 'codepoint' as 'codepoint' | 'utf16', withSideFile: true });
  const [isWriting, setIsWriting] = useState(false);

  const names = { ...outward.formats, qdpx: text.qdpx, csv: text.csv, json: text.json };
  const what = { ...outward.what, qdpx: text.qdpxWhat, csv: text.csvWhat, json: text.jsonWhat };
  const choose = (next: Target) => {
    setTarget(next);
    if (isOutward(next)) setChoice({ ...choice, format: next, people: usualOutward(next).people });
  };
  const write = async () => {
    setIsWriting(true);
    const file =
      target === 'qdpx'
        ? await run('refi.write', refi)
        : target === 'csv' || target === 'json'
          ? await run('project.export', { format: target })
          : await run('outward.write', choice);
    setIsWriting(false);
    if (!file) return;
    saveFile(file);
    onClose();
  };
  return (
    <Dialog
      isOpen
      size="wide"
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" onPress={() => void write()} isDisabled={isWriting}>
            {isWriting ? text.writing : text.write}
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
          {target === 'qdpx' ? (
            <>
              <Checkbox isSelected={refi.withSideFile} onChange={(withSideFile) => setRefi({ ...refi, withSideFile })}>
                {text.sideFile}
              </Checkbox>
              {refi.withSideFile ? <p className="leaving-note">{text.sideFileNote}</p> : null}
              <Checkbox isSelected={refi.unit === 'utf16'} onChange={(isOn) => setRefi({ ...refi, unit: isOn ? 'utf16' : 'codepoint' })}>
                {text.forNvivo}
              </Checkbox>
              <RefiLosses withSideFile={refi.withSideFile} />
            </>
          ) : null}
          {countsWords(target) ? (
            <>
              <Labelled label={text.unit}>
                <Segmented
                  label={text.unit}
                  size="small"
                  options={[
                    { id: 'source', label: text.source },
                    { id: 'speaker', label: text.speaker },
                  ]}
                  value={choice.unit}
                  onChange={(unit) => unit && setChoice({ ...choice, unit })}
                />
              </Labelled>
              <Checkbox isSelected={choice.withInterviewers} onChange={(withInterviewers) => setChoice({ ...choice, withInterviewers })}>
                {text.interviewers}
              </Checkbox>
            </>
          ) : null}
          {namesPeople(target) ? (
            <>
              <Labelled label={text.people}>
                <Segmented
                  label={text.people}
                  size="small"
                  options={[
                    { id: 'names', label: text.names },
                    { id: 'codes', label: text.codes },
                  ]}
                  value={choice.people}
                  onChange={(people) => people && setChoice({ ...choice, people })}
                />
              </Labelled>
              {choice.people === 'codes' ? <p className="leaving-note">{text.codesNote}</p> : null}
            </>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="leaving-line">
      <span className="leaving-label" aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}
