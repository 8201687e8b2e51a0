// The small forms of the acts on turns: who speaks, when, and to which case they belong.
import { useState } from 'react';
import { correctionText } from '../../shared/i18n/correction.ts';
import { AssignPart } from '../corpus/assign-part.tsx';
import type { Reader } from '../reader/reader-context.tsx';
import { clock } from '../../shared/domain/clock.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { timeFromWords } from './time-words.ts';
import { idsOf } from './turns-in-hand.ts';
import type { TurnsInHand } from './turns-in-hand.ts';

interface FormProps {
  reader: Reader;
  held: TurnsInHand;
  onDone: () => void;
}

export function SpeakerForm({ reader, held, onDone }: FormProps) {
  const text = useText(correctionText);
  const [name, setName] = useState('');
  const labels = [...new Set(Array.from(reader.transcript.speakers.values(), ({ label }) => label))];
  const current = new Set(
    held.turns.map(({ speakerId }) => (speakerId === null ? null : (reader.transcript.speakers.get(speakerId)?.label ?? null))),
  );
  const set = (label: string | null) => {
    onDone();
    void reader.correction.restructure((run) => run('source.setSpeaker', { turnIds: idsOf(held), label }));
  };
  return (
    <>
      <div className="correction-choices">
        {[...labels, null].map((label, index) => (
          <Button
            key={label ?? ''}
            variant="quiet"
            size="small"
            autoFocus={index === 0}
            aria-pressed={current.size === 1 && current.has(label)}
            onPress={() => set(label)}
          >
            {label ?? text.nobody}
          </Button>
        ))}
      </div>
      <form
        className="correction-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') set(name.trim());
        }}
      >
        <TextField label={text.otherSpeaker} value={name} onChange={setName} maxLength={300} />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {text.set}
        </Button>
      </form>
    </>
  );
}

export function TimeForm({ reader, held, onDone }: FormProps) {
  const text = useText(correctionText);
  const [turn] = held.turns;
  const known = turn?.startMs ?? null;
  const [words, setWords] = useState(known === null ? '' : clock(known));
  const [isRefused, setIsRefused] = useState(false);
  const set = (timeMs: number | null) => {
    onDone();
    if (turn) void reader.correction.restructure((run) => run('source.setTime', { turnId: turn.id, offsetUtf16: turn.bodyStart, timeMs }));
  };
  return (
    <form
      className="correction-row"
      onSubmit={(event) => {
        event.preventDefault();
        const timeMs = timeFromWords(words);
        if (timeMs === null) setIsRefused(true);
        else set(timeMs);
      }}
    >
      <TextField
        label={text.timeField}
        value={words}
        onChange={(next) => {
          setWords(next);
          setIsRefused(false);
        }}
        placeholder="0:12:30"
        error={isRefused ? text.timeInvalid : undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <Button type="submit" variant="primary">
        {text.set}
      </Button>
      {known === null ? null : <Button onPress={() => set(null)}>{text.clearTime}</Button>}
    </form>
  );
}

export function CaseForm({ held, onDone }: FormProps) {
  const { data: corpus } = useQuery('corpus.read', {});
  const first = held.turns[0]?.id;
  const last = held.turns.at(-1)?.id;
  return corpus ? <AssignPart cases={corpus.cases} stretch={first && last ? { first, last } : null} onDone={onDone} /> : null;
}
