// The underlined words that sentences about words share: what is counted, by which parts, without which words.
import type { WordPart, WordParts, WordUnit } from '../../../shared/domain/words.ts';
import { wordsText } from '../../../shared/i18n/words.ts';
import { useText } from '../../ui/language.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { ChoiceWord, NumberWord } from '../sentence.tsx';
import type { SentenceOption } from '../sentence.tsx';

export function UnitChoice({ value, onChange }: { value: WordUnit; onChange: (unit: WordUnit) => void }) {
  const words = useText(wordsText);
  const options = (['stem', 'form'] as const).map((id) => ({ id, label: words.units[id], hint: words.unitHints[id] }));
  return <ChoiceWord label={words.unit} options={options} value={value} onChange={onChange} />;
}

type Kinds = Record<'none' | 'source' | 'case' | 'speaker', string>;

interface PartsChoiceProps {
  value: WordParts;
  onChange: (by: WordParts) => void;
  /** How parts are called in this sentence. */
  kinds: Kinds;
  attribute: (name: string) => string;
  /** Without « dans tout le corpus ». */
  mustPart?: boolean;
}

const idOf = (by: WordParts): string => (by.kind === 'attribute' ? by.attributeId : by.kind);

export function PartsChoice({ value, onChange, kinds, attribute, mustPart = false }: PartsChoiceProps) {
  const words = useText(wordsText);
  const { data: corpus } = useQuery('corpus.read', {});
  const choices: (SentenceOption<string> & { by: WordParts })[] = [
    ...(mustPart ? [] : [{ id: 'none', label: kinds.none, by: { kind: 'none' } as const }]),
    ...(['source', 'case', 'speaker'] as const).flatMap((kind) =>
      kind === 'case' && corpus?.cases.length === 0 ? [] : [{ id: kind, label: kinds[kind], by: { kind } as const }],
    ),
    ...(corpus?.attributes ?? []).map(({ id, name }) => ({ id, label: attribute(name), by: { kind: 'attribute', attributeId: id } as const })),
  ];
  const take = (id: string) => {
    const chosen = choices.find((each) => each.id === id);
    if (chosen) onChange(chosen.by);
  };
  return <ChoiceWord label={words.by} options={choices} value={idOf(value)} onChange={take} />;
}

interface PartChoiceProps {
  parts: readonly WordPart[];
  value: string | null;
  onChange: (key: string | null) => void;
  all: string;
}

/** Not a key that a part could have. */
const ALL = ' all';

export function PartChoice({ parts, value, onChange, all }: PartChoiceProps) {
  const words = useText(wordsText);
  const options = [{ id: ALL, label: all }, ...parts.map(({ key, label }) => ({ id: key, label }))];
  return <ChoiceWord label={words.part} options={options} value={value ?? ALL} onChange={(id) => onChange(id === ALL ? null : id)} />;
}

export function InterviewersChoice({ value, onChange }: { value: boolean; onChange: (withInterviewers: boolean) => void }) {
  const words = useText(wordsText);
  const options = [
    { id: 'without', label: words.withoutInterviewers },
    { id: 'with', label: words.withInterviewers },
  ] as const;
  return <ChoiceWord label={words.interviewers} options={options} value={value ? 'with' : 'without'} onChange={(id) => onChange(id === 'with')} />;
}

interface LeavingOut {
  readonly withFillers: boolean;
  readonly keepsStopWords: boolean;
}

export function StopsChoice({ value, onChange }: { value: LeavingOut; onChange: (leaving: LeavingOut) => void }) {
  const words = useText(wordsText);
  const options = (['both', 'stop', 'none'] as const).map((id) => ({ id, label: words.stopKinds[id] }));
  const now = value.keepsStopWords ? 'none' : value.withFillers ? 'both' : 'stop';
  return (
    <ChoiceWord
      label={words.stops}
      options={options}
      value={now}
      onChange={(id) => onChange({ keepsStopWords: id === 'none', withFillers: id === 'both' })}
    />
  );
}

export function LeastChoice({ value, onChange }: { value: number; onChange: (least: number) => void }) {
  const words = useText(wordsText);
  return <NumberWord label={words.least} text={words.atLeast(value)} value={value} least={1} most={1000} onChange={onChange} />;
}
