// The first hour: its steps, and what tells that one was done. Nothing is asked of the study; what the window itself asked for is enough.
import { helpText } from '../../shared/i18n/help/panel.ts';
import type { StepId } from '../../shared/i18n/help/panel.ts';

export const STEPS = Object.keys(helpText.fr.steps) as StepId[];

export interface FirstHour {
  /** Shown, and noticing what is done. */
  readonly isOn: boolean;
  readonly done: readonly StepId[];
}

export const NOT_BEGUN: FirstHour = { isOn: false, done: [] };

/** What was kept; whatever is missing or broken is as good as not begun. */
export function parsedFirstHour(stored: string | null): FirstHour {
  if (stored === null) return NOT_BEGUN;
  try {
    const { isOn, done } = JSON.parse(stored) as { isOn?: unknown; done?: unknown };
    return { isOn: isOn === true, done: Array.isArray(done) ? STEPS.filter((step) => done.includes(step)) : [] };
  } catch {
    return NOT_BEGUN;
  }
}

/** The titles that the sample has, whatever the language it was made in. */
export const SAMPLE_TITLES: readonly string[] = ['Pôles de compétitivité (exemple fictif)', 'Competitiveness clusters (fictional example)'];

export interface Asked {
  readonly channel: string;
  readonly input: unknown;
  /** The last thing pressed before it was a key. */
  readonly isByKey: boolean;
}

const wordsOf = (input: unknown): string => {
  const { text } = (input ?? {}) as { text?: unknown };
  return typeof text === 'string' ? text.trim() : '';
};
/** A text with a form is sent as its document, and its words are read there. */
const hasDocument = (input: unknown): boolean => {
  const { document } = (input ?? {}) as { document?: unknown };
  return document !== undefined && document !== null;
};
const formatOf = (input: unknown): unknown => ((input ?? {}) as { format?: unknown }).format;

/** The step that an answered call has done, if any. */
export function stepOfCall({ channel, input, isByKey }: Asked): StepId | null {
  switch (channel) {
    case 'project.createSample':
      return 'sample';
    case 'coding.apply':
    case 'coding.applyNew':
      return isByKey ? 'code' : null;
    case 'history.undo':
      return 'undo';
    case 'memo.write':
    case 'memo.update':
      return wordsOf(input) === '' && !hasDocument(input) ? null : 'memo';
    case 'matrix.read':
    case 'matrix.compute':
      return 'matrix';
    case 'cell.writeSynthesis':
      return wordsOf(input) === '' ? null : 'synthesis';
    case 'print.make':
      return formatOf(input) === 'docx' ? 'word' : null;
    case 'print.zipPack':
    case 'desktop.writePack':
      return 'word';
    default:
      return null;
  }
}

/** The first that is left; null when all are done. */
export function nextStep({ done }: FirstHour): StepId | null {
  return STEPS.find((step) => !done.includes(step)) ?? null;
}
