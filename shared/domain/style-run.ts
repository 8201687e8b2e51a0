// What a document has besides its words: how stretches of its text were set, and where its pages begin.
import type { Utf16 } from './text-offset.ts';

export const TEXT_STYLES = ['bold', 'italic', 'heading1', 'heading2', 'heading3', 'listItem', 'cell'] as const;
export type TextStyle = (typeof TEXT_STYLES)[number];

/** `text.slice(start, end)` of the whole document is set so. Runs may overlap (bold within a cell); none is empty. */
export interface StyleRun {
  readonly start: Utf16;
  readonly end: Utf16;
  readonly style: TextStyle;
}

/** A place of the original document: its page `value` (1-based) begins at this offset of the whole text. */
export interface PositionMark {
  readonly at: Utf16;
  readonly kind: 'page';
  readonly value: number;
}
