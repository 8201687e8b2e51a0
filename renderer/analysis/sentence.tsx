// The underlined words of an analysis's sentence: one choice of several, several choices, a number; each opens beside itself.
import type { ReactNode } from 'react';
import { Button, DialogTrigger, Input, Label, NumberField, Radio, RadioGroup } from 'react-aria-components';
import type { GridId } from '../../shared/domain/ids.ts';
import { analysesText } from '../../shared/i18n/analyses.ts';
import { COLON } from '../../shared/i18n/text.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { useQuery } from '../ui/use-query.ts';
import './sentence.css';

interface WordProps {
  /** What stands in the sentence. */
  text: string;
  /** What is chosen, read aloud before it: `Unité`. */
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** An underlined word that opens what it can be. */
export function SentenceWord({ text, label, children }: WordProps) {
  const { language } = useLanguage();
  return (
    <DialogTrigger>
      <Button className="sentence-word" aria-label={`${label}${COLON[language]}${text}`}>
        {text}
      </Button>
      <Popover label={label} className="sentence-popover">
        {children}
      </Popover>
    </DialogTrigger>
  );
}

/** A part of the sentence that is only read; a comma follows its word at once. */
export function Said({ children }: { children: string }) {
  return <span>{children.startsWith(',') ? `${children} ` : ` ${children} `}</span>;
}

export interface SentenceOption<K extends string> {
  readonly id: K;
  /** As it stands in the sentence. */
  readonly label: string;
  readonly hint?: string;
}

interface ChoiceProps<K extends string> {
  label: string;
  options: readonly SentenceOption<K>[];
  value: K;
  onChange: (value: K) => void;
}

export function ChoiceWord<K extends string>({ label, options, value, onChange }: ChoiceProps<K>) {
  return (
    <SentenceWord text={options.find(({ id }) => id === value)?.label ?? '…'} label={label}>
      <RadioGroup
        className="sentence-options"
        aria-label={label}
        value={value}
        onChange={(id) => {
          const option = options.find((each) => each.id === id);
          if (option) onChange(option.id);
        }}
      >
        {options.map(({ id, label: name, hint }) => (
          <Radio key={id} value={id} className="sentence-option">
            <span className="sentence-mark" />
            <span>
              {name}
              {hint === undefined ? null : <span className="sentence-hint">{hint}</span>}
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </SentenceWord>
  );
}

interface ManyProps<K extends string> {
  label: string;
  /** What stands in the sentence. */
  text: string;
  options: readonly SentenceOption<K>[];
  /** Never empty. */
  value: readonly K[];
  onChange: (value: readonly K[]) => void;
}

/** Several of them, one at least, in the order of the options. */
export function ManyWord<K extends string>({ label, text, options, value, onChange }: ManyProps<K>) {
  return (
    <SentenceWord text={text} label={label}>
      <div className="sentence-options" role="group" aria-label={label}>
        {options.map(({ id, label: name, hint }) => {
          const isOn = value.includes(id);
          return (
            <Checkbox
              key={id}
              className="sentence-option"
              isSelected={isOn}
              isDisabled={isOn && value.length === 1}
              onChange={(on) => onChange(options.map((each) => each.id).filter((each) => (each === id ? on : value.includes(each))))}
            >
              <span>
                {name}
                {hint === undefined ? null : <span className="sentence-hint">{hint}</span>}
              </span>
            </Checkbox>
          );
        })}
      </div>
    </SentenceWord>
  );
}

interface NumberProps {
  label: string;
  /** The number as it stands in the sentence: `3 tours`. */
  text: string;
  value: number;
  least: number;
  most: number;
  step?: number;
  onChange: (value: number) => void;
}

export function NumberWord({ label, text, value, least, most, step = 1, onChange }: NumberProps) {
  return (
    <SentenceWord text={text} label={label}>
      <NumberField
        className="sentence-number"
        value={value}
        minValue={least}
        maxValue={most}
        step={step}
        onChange={(next) => Number.isFinite(next) && onChange(next)}
      >
        <Label className="field-label">{label}</Label>
        <Input className="field-input" />
      </NumberField>
    </SentenceWord>
  );
}

/** Which grids: null stands for all of them. */
export function GridsWord({ value, onChange }: { value: readonly GridId[] | null; onChange: (value: readonly GridId[] | null) => void }) {
  const words = useText(analysesText);
  const { data: codebook = [] } = useQuery('codebook.read', {});
  const options = codebook.map(({ id, title }) => ({ id, label: title }));
  const chosen = value?.filter((id) => options.some((option) => option.id === id)) ?? [];
  const isAll = value === null || chosen.length === 0;
  const [only] = chosen;
  const name = options.find(({ id }) => id === only)?.label ?? '';
  return (
    <ManyWord
      label={words.grids}
      text={isAll ? words.allGrids : chosen.length === 1 ? name : words.severalGrids(chosen.length)}
      options={options}
      value={isAll ? options.map(({ id }) => id) : chosen}
      onChange={(next) => onChange(next.length === options.length ? null : next)}
    />
  );
}
