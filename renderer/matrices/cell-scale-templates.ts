// Scales to begin from, and what is typed of one until it is kept.
import type { RatingScale, RatingStep } from '../../shared/domain/cell.ts';
import type { MatrixCellsWords } from '../../shared/i18n/matrix-cells.ts';

export const SCALE_TEMPLATES = ['strength', 'fromMinusTwo', 'signs', 'own'] as const;
export type ScaleTemplate = (typeof SCALE_TEMPLATES)[number];

/** A step as it is typed: its value may not be a number yet. */
export interface StepDraft {
  /** Stable while steps come and go. */
  readonly id: number;
  readonly value: string;
  readonly label: string;
  readonly rule: string;
}

export interface ScaleDraft {
  readonly scaleId: RatingScale['id'] | null;
  readonly name: string;
  readonly steps: readonly StepDraft[];
}

const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');

function stepsOf(template: ScaleTemplate, words: MatrixCellsWords): [value: number, label: string][] {
  switch (template) {
    case 'strength':
      return words.templates.strength
        .split(' / ')
        .toReversed()
        .map((label, at) => [at + 1, label]);
    case 'fromMinusTwo':
      return [-2, -1, 0, 1, 2].map((value) => [value, signed(value)]);
    case 'signs':
      return [
        [-1, '−'],
        [0, '±'],
        [1, '+'],
      ];
    case 'own':
      return [
        [1, ''],
        [2, ''],
      ];
  }
}

/** `taken`: names that scales have already; a second one of the same kind gets a number. */
export function draftOf(template: ScaleTemplate, words: MatrixCellsWords, taken: readonly string[]): ScaleDraft {
  const name = words.templateNames[template];
  let number = 1;
  const numbered = (): string => (number === 1 ? name : `${name} ${number}`);
  while (taken.includes(numbered())) number += 1;
  const steps = stepsOf(template, words).map(([value, label], id) => ({ id, value: typedNumber(value), label, rule: '' }));
  return { scaleId: null, name: template === 'own' ? '' : numbered(), steps };
}

export function draftOfScale({ id, name, steps }: RatingScale): ScaleDraft {
  return { scaleId: id, name, steps: steps.map((step, at) => ({ id: at, value: typedNumber(step.value), label: step.label, rule: step.rule })) };
}

const typedNumber = (value: number): string => String(value).replace('-', '−');

/** As people type numbers: with a comma, with either minus sign; null for what is none. */
export function numberTyped(typed: string): number | null {
  const plain = typed.trim().replace('−', '-').replace(',', '.').replace(/^\+/u, '');
  return /^-?\d{1,3}(?:\.\d{1,4})?$/u.test(plain) ? Number(plain) : null;
}

export function withStep(draft: ScaleDraft): ScaleDraft {
  const values = draft.steps.map(({ value }) => numberTyped(value) ?? 0);
  const next = { id: Math.max(-1, ...draft.steps.map(({ id }) => id)) + 1, value: typedNumber(Math.max(0, ...values) + 1), label: '', rule: '' };
  return { ...draft, steps: [...draft.steps, next] };
}

/** What is to be kept; null while a name or a value is missing. */
export function stepsTyped(steps: readonly StepDraft[]): RatingStep[] | null {
  const typed = steps.map(({ value, label, rule }) => ({ value: numberTyped(value), label: label.trim(), rule: rule.trim() }));
  return typed.every((step): step is RatingStep => step.value !== null && step.label !== '') ? typed : null;
}
