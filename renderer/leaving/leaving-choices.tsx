// What goes along to another program, and how people are called there.
import type { ReactNode } from 'react';
import type { OutwardChoice } from '../../shared/domain/outward.ts';
import { MOST_WINDOW_BYTES } from '../../shared/domain/refi.ts';
import { leavingText } from '../../shared/i18n/leaving.ts';
import { backupsText } from '../../shared/i18n/backups.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useQuery } from '../ui/use-query.ts';
import { RefiLosses } from './refi-losses.tsx';

export interface RefiChoice {
  readonly unit: 'codepoint' | 'utf16';
  readonly withSideFile: boolean;
  readonly withRecordings: boolean;
}

interface ChoicesProps<T> {
  choice: T;
  onChange: (choice: T) => void;
}

export function RefiChoices({ choice, onChange }: ChoicesProps<RefiChoice>) {
  const text = useText(leavingText);
  return (
    <>
      <Checkbox isSelected={choice.withSideFile} onChange={(withSideFile) => onChange({ ...choice, withSideFile })}>
        {text.sideFile}
      </Checkbox>
      {choice.withSideFile ? <p className="leaving-note">{text.sideFileNote}</p> : null}
      <Checkbox isSelected={choice.unit === 'utf16'} onChange={(isOn) => onChange({ ...choice, unit: isOn ? 'utf16' : 'codepoint' })}>
        {text.forNvivo}
      </Checkbox>
      <RecordingsChoice choice={choice} onChange={onChange} />
      <RefiLosses withSideFile={choice.withSideFile} withRecordings={choice.withRecordings} />
    </>
  );
}

/** Nothing where the project has no recordings; more than a window can hand over are left to the command line. */
function RecordingsChoice({ choice, onChange }: ChoicesProps<RefiChoice>) {
  const { language } = useLanguage();
  const text = leavingText[language];
  const { data } = useQuery('refi.preview', { withRecordings: choice.withRecordings });
  if (!data || data.recordings.count === 0) return null;
  const { count, bytes } = data.recordings;
  const isTooMuch = bytes > MOST_WINDOW_BYTES;
  return (
    <>
      <Checkbox
        isSelected={choice.withRecordings && !isTooMuch}
        isDisabled={isTooMuch}
        onChange={(withRecordings) => onChange({ ...choice, withRecordings })}
      >
        {text.recordings(count, backupsText[language].size(bytes))}
      </Checkbox>
      {isTooMuch ? <p className="leaving-note">{text.recordingsTooMuch}</p> : null}
    </>
  );
}

export function TextChoices({ choice, onChange }: ChoicesProps<OutwardChoice>) {
  const text = useText(leavingText);
  return (
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
          onChange={(unit) => unit && onChange({ ...choice, unit })}
        />
      </Labelled>
      <Checkbox isSelected={choice.withInterviewers} onChange={(withInterviewers) => onChange({ ...choice, withInterviewers })}>
        {text.interviewers}
      </Checkbox>
    </>
  );
}

export function PeopleChoice({ choice, onChange }: ChoicesProps<OutwardChoice>) {
  const text = useText(leavingText);
  return (
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
          onChange={(people) => people && onChange({ ...choice, people })}
        />
      </Labelled>
      {choice.people === 'codes' ? <p className="leaving-note">{text.codesNote}</p> : null}
    </>
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
