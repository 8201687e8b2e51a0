// A person taken out for good: who, what goes with them, their name typed in full, and the certificate.
import { useState } from 'react';
import type { ErasedCounts, ErasurePreview, ErasureScope } from '../../shared/domain/erasure.ts';
import { ERASURE_SCOPES } from '../../shared/domain/erasure.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { pseudonymText } from '../../shared/i18n/pseudonym.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { printStyleOf } from './print-style.ts';
import { useJob } from './use-job.ts';

const FORMATS = ['docx', 'pdf'] as const;
const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

export function EraseView({ isDisabled }: { isDisabled: boolean }) {
  const { language } = useLanguage();
  const text = pseudonymText[language];
  const run = useRun();
  const notify = useNotify();
  const { job, work } = useJob();
  const { data: corpus } = useQuery('corpus.read', {});
  const people = (corpus?.participants ?? []).filter(({ isInterviewer }) => !isInterviewer);
  const [participantId, setParticipantId] = useState<ParticipantId | null>(null);
  const [scope, setScope] = useState<ErasureScope>('sources');
  const [forms, setForms] = useState('');
  const [label, setLabel] = useState<string>(text.usualLabel);
  const [preview, setPreview] = useState<ErasurePreview | null>(null);

  const request = participantId && { participantId, scope, label, forms: linesOf(forms) };
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setPreview(null);
    };
  const look = async () => {
    if (request) setPreview((await run('erasure.preview', request)) ?? null);
  };
  const erase = async (typed: string) => {
    if (!request) return;
    const record = await work(text.erasing, (id) => run('erasure.run', { ...request, job: id, confirmed: typed }));
    if (!record) return;
    setPreview(null);
    setParticipantId(null);
    notify({ text: `${text.erasedDone}${record.isBackedUp ? '' : ` ${text.notBackedUp}`}`, kind: 'done' });
  };
  return (
    <div className="protected-erase">
      <p>{text.eraseWhat}</p>
      <Select<ParticipantId>
        label={text.person}
        placeholder={text.choosePerson}
        options={people.map(({ id, name }) => ({ id, label: name }))}
        value={participantId}
        onChange={changed(setParticipantId)}
        isDisabled={isDisabled}
      />
      <Select<ErasureScope>
        label={text.scope}
        options={ERASURE_SCOPES.map((id) => ({ id, label: text.scopes[id] }))}
        value={scope}
        onChange={changed(setScope)}
        isDisabled={isDisabled}
      />
      <TextArea label={text.otherForms} hint={text.otherFormsHint} rows={2} value={forms} onChange={changed(setForms)} />
      <TextField label={text.label} hint={text.labelHint} value={label} onChange={changed(setLabel)} />
      <div className="protected-acts">
        <Button onPress={() => void look()} isDisabled={isDisabled || !request || label.trim() === ''}>
          {text.seeErasure}
        </Button>
      </div>
      {preview ? <WhatGoes preview={preview} isDisabled={isDisabled || job !== null} onErase={(typed) => void erase(typed)} /> : null}
      {job ? <ProgressBar label={job.label} done={job.done} total={job.total} /> : null}
      <Erasures />
    </div>
  );
}

interface WhatGoesProps {
  preview: ErasurePreview;
  isDisabled: boolean;
  onErase: (typed: string) => void;
}

/** What would be taken out; the name is typed in full before it can be. */
function WhatGoes({ preview, isDisabled, onErase }: WhatGoesProps) {
  const text = pseudonymText[useLanguage().language];
  const [typed, setTyped] = useState('');
  return (
    <section className="protected-goes">
      <ul>
        {preview.sources.map(({ name, otherSpeakers }) => (
          <li key={name}>{text.sourcesOf(name, otherSpeakers)}</li>
        ))}
      </ul>
      <p>{countsLine(preview.counts, text.removed)}</p>
      <p className="quiet">{text.quoted}</p>
      <TextField label={text.typeName(preview.name)} value={typed} onChange={setTyped} autoComplete="off" />
      <div className="protected-acts">
        <Button variant="danger" onPress={() => onErase(typed)} isDisabled={isDisabled || typed.trim() !== preview.name}>
          {text.erase}
        </Button>
      </div>
    </section>
  );
}

function countsLine(counts: Partial<ErasedCounts>, words: Readonly<Record<keyof ErasedCounts, (n: number) => string>>): string {
  const entries = Object.entries(counts) as [keyof ErasedCounts, number][];
  return entries.flatMap(([key, count]) => (count > 0 ? [words[key](count)] : [])).join(' · ');
}

function Erasures() {
  const { language } = useLanguage();
  const text = pseudonymText[language];
  const run = useRun();
  const { data } = useQuery('confidentiality.read', {});
  if (!data || data.erasures.length === 0) return null;
  const save = async (erasureId: string, format: (typeof FORMATS)[number]) => {
    const file = await run('print.make', { piece: { kind: 'erasureCertificate', erasureId }, style: printStyleOf(language), format });
    if (file) saveFile(file);
  };
  return (
    <section className="protected-erasures">
      <b>{text.erasures}</b>
      <ul>
        {data.erasures.map(({ id, label, at, by }) => (
          <li key={id}>
            <span>{`${label} · ${formatDate(language, at)} · ${by}`}</span>
            {FORMATS.map((format) => (
              <Button key={format} size="small" onPress={() => void save(id, format)}>
                {text.certificate(format)}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
