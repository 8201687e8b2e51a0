// What a key means while the focus is in the text.
import type { Edge, Step } from './word-steps.ts';

export interface KeyPress {
  readonly key: string;
  /** The key's place: `Digit1` also where digits need Shift (AZERTY). */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export type TextKey =
  | {
      readonly act:
        | 'enter'
        | 'palette'
        | 'codeTurn'
        | 'nextUncoded'
        | 'inVivo'
        | 'memo'
        | 'stance'
        | 'edit'
        | 'speaker'
        | 'turnMenu'
        | 'leave'
        | 'selectAll';
    }
  | { readonly act: 'turn' | 'extendTurn' | 'line' | 'extendWord' | 'textEnd'; readonly step: Step }
  | { readonly act: 'passageEdge'; readonly edge: Edge; readonly step: Step }
  /** 0-based place among the categories at hand. */
  | { readonly act: 'quick'; readonly index: number };

const LETTERS: Readonly<Record<string, TextKey>> = {
  '/': { act: 'palette' },
  ' ': { act: 'codeTurn' },
  n: { act: 'nextUncoded' },
  i: { act: 'inVivo' },
  m: { act: 'memo' },
  s: { act: 'stance' },
  e: { act: 'edit' },
  l: { act: 'speaker' },
};

const ARROWS: Readonly<Record<string, { step: Step; isVertical: boolean }>> = {
  ArrowLeft: { step: 'back', isVertical: false },
  ArrowRight: { step: 'forth', isVertical: false },
  ArrowUp: { step: 'back', isVertical: true },
  ArrowDown: { step: 'forth', isVertical: true },
};

function arrowKey({ step, isVertical }: { step: Step; isVertical: boolean }, { altKey, shiftKey }: KeyPress): TextKey | null {
  if (altKey && shiftKey) return { act: 'passageEdge', edge: isVertical ? 'start' : 'end', step };
  if (isVertical) return { act: altKey ? 'line' : shiftKey ? 'extendTurn' : 'turn', step };
  return altKey ? { act: 'extendWord', step } : null;
}

function digitIndex({ key, code, shiftKey }: KeyPress): number | null {
  const digit = /^[1-9]$/.test(key) ? key : shiftKey ? undefined : /^Digit([1-9])$/.exec(code)?.[1];
  return digit === undefined ? null : Number(digit) - 1;
}

/** Null leaves the key to the browser: plain caret moves, copy, find. */
export function textKeyOf(press: KeyPress): TextKey | null {
  const command = press.ctrlKey || press.metaKey;
  const arrow = ARROWS[press.key];
  if (command) {
    if (press.altKey || press.shiftKey) return null;
    if (press.key === 'Home' || press.key === 'End') return { act: 'textEnd', step: press.key === 'Home' ? 'back' : 'forth' };
    return press.key.toLowerCase() === 'a' ? { act: 'selectAll' } : null;
  }
  if (arrow) return arrowKey(arrow, press);
  if (press.altKey) return null;
  if (press.key === 'Enter') return press.shiftKey ? null : { act: 'enter' };
  if (press.key === 'Escape') return { act: 'leave' };
  if (press.key === 'ContextMenu' || (press.key === 'F10' && press.shiftKey)) return { act: 'turnMenu' };
  const letter = LETTERS[press.key.toLowerCase()];
  if (letter) return letter;
  const index = digitIndex(press);
  return index === null ? null : { act: 'quick', index };
}
