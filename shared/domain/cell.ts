// What researchers write where a row meets a column: a synthesis, a rating, pinned verbatims, a remark. Stored once per crossing.
import { z } from 'zod';
import type { PassageId, RatingScaleId, SourceId } from './ids.ts';

export const CELL_STATUSES = ['draft', 'ready', 'reviewed'] as const;
export type CellStatus = (typeof CELL_STATUSES)[number];

/** One step of a scale, with the rule that decides it: what must have been said for a cell to be rated so. */
export const ratingStep = z.object({
  value: z.number().min(-1000).max(1000),
  label: z.string().trim().min(1).max(60),
  rule: z.string().trim().max(2000),
});
export type RatingStep = z.infer<typeof ratingStep>;

/** From the least to the most; no value and no label twice. */
export const ratingSteps = z.array(ratingStep).min(2).max(101);

export interface RatingScale {
  readonly id: RatingScaleId;
  readonly name: string;
  readonly position: number;
  readonly steps: readonly RatingStep[];
  /** Cells rated on it. */
  readonly cells: number;
}

/** A cell's rating, with the words of its step. */
export interface CellRating {
  readonly scaleId: RatingScaleId;
  readonly value: number;
  readonly label: string;
}

/** UTF-16 offsets into the passage's words, half open: what is left out and shown as […]. Ascending, apart from one another. */
export const quoteCuts = z.array(z.tuple([z.number().int().min(0), z.number().int().min(1)])).max(200);
export type QuoteCut = readonly [start: number, end: number];

/** A passage's words, and where they stand. `start` and `end` are whole-document UTF-16 offsets. */
export interface CitedPassage {
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  readonly source: string;
  readonly speaker: string | null;
  readonly start: number;
  readonly end: number;
  /** All the passage's words. */
  readonly text: string;
  /** `E12 §34` */
  readonly ref: string;
}

/** A verbatim pinned to a cell. */
export interface PinnedQuote extends CitedPassage {
  readonly cuts: readonly QuoteCut[];
}

/** What the cell of a group's member holds, gathered where the group's own synthesis is written. */
export interface MemberCell {
  /** The crossing's key. */
  readonly key: string;
  readonly label: string;
  readonly passages: number;
  readonly synthesis: string | null;
  readonly status: CellStatus | null;
  readonly rating: CellRating | null;
}

/** A passage's words without what was cut: each cut, and nothing else, becomes `[…]`; the comma or the full stop after it follows at once. */
export function withoutCuts(text: string, cuts: readonly QuoteCut[]): string {
  let from = 0;
  const kept: string[] = [];
  for (const [start, end] of cuts) {
    kept.push(text.slice(from, start).trim());
    from = end;
  }
  kept.push(text.slice(from).trim());
  return kept
    .join(' […] ')
    .trim()
    .replace(/\[…\] (?=[,.)])/gu, '[…]');
}
