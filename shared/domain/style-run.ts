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

export const MARK_KINDS = ['page', 'time'] as const;

/**
 * A place in the text that the words do not tell: page `value` (1-based) of the original begins here; or this was said at `value`
 * milliseconds of the recording.
 */
export interface PositionMark {
  readonly at: Utf16;
  readonly kind: (typeof MARK_KINDS)[number];
  readonly value: number;
}
