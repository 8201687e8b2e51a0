// What a supervisor is given to read: what the student chose, and the same as data that a page alone can show.
import { z } from 'zod';
import type { CellStatus } from './cell.ts';
import type { Origin } from './category.ts';
import { matrixId, memoId, sourceId } from './ids.ts';
import type { MemoKind } from './memo.ts';
import type { Language } from './project.ts';
import type { ReviewThread } from './review.ts';
import type { SourceKind, Stance } from './source.ts';

const most = 5000;

/** What goes into a pack; null: all there are. */
export const reviewChoice = z.object({
  matrixIds: z.array(matrixId).max(most).nullable(),
  sourceIds: z.array(sourceId).max(most).nullable(),
  memoIds: z.array(memoId).max(most).nullable(),
  hasCodebook: z.boolean(),
  /** Sources and people go by references instead of their names. */
  isPseudonymised: z.boolean(),
  /** The student's word to the reader. */
  message: z.string().trim().max(10_000),
});
export type ReviewChoice = z.infer<typeof reviewChoice>;

export const WHOLE_STUDY: ReviewChoice = {
  matrixIds: null,
  sourceIds: null,
  memoIds: null,
  hasCodebook: true,
  isPseudonymised: false,
  message: '',
};

export const REVIEW_FORMS = ['page', 'copy'] as const;
export type ReviewForm = (typeof REVIEW_FORMS)[number];

/** A pack as the workbench lists it. */
export interface ReviewPack {
  readonly id: string;
  readonly form: ReviewForm;
  readonly fileName: string;
  readonly message: string;
  readonly isPseudonymised: boolean;
  readonly sentBy: string;
  readonly createdAt: string;
  /** How much it holds. */
  readonly counts: PackCounts;
  /** Comments that came back from it, and who wrote them. */
  readonly comments: number;
  readonly reviewers: readonly string[];
  readonly lastCommentAt: string | null;
}

export interface PackCounts {
  readonly matrices: number;
  readonly sources: number;
  readonly memos: number;
  readonly categories: number;
}

/** What a pack made of this choice would hold and weigh. */
export interface PackMeasure {
  readonly bytes: number;
  readonly counts: PackCounts;
  /** What pseudonymising replaces, and how much of it keeps its name for want of a reference. */
  readonly replaced: { readonly sources: number; readonly people: number };
}

/** The data of the page, in parts: the study without its texts and tables, then each source and each matrix. Every list index below points into these lists. */
export interface PackStudy {
  readonly version: 1;
  readonly projectId: string;
  readonly packId: string;
  readonly title: string;
  readonly question: string;
  readonly language: Language;
  readonly sentBy: string;
  readonly createdAt: string;
  readonly message: string;
  readonly isPseudonymised: boolean;
  readonly counts: PackCounts;
  readonly coders: readonly { readonly name: string; readonly initials: string }[];
  /** Where not, categories have their names and colours alone. */
  readonly hasCodebook: boolean;
  readonly grids: readonly { readonly title: string; readonly source: string; readonly description: string }[];
  /** Of all grids, in tree order. */
  readonly categories: readonly PackCategory[];
  readonly sources: readonly PackSourceCard[];
  readonly matrices: readonly { readonly id: string; readonly name: string }[];
  readonly memos: readonly PackMemo[];
  /** What was said in earlier rounds. */
  readonly threads: readonly ReviewThread[];
}

export interface PackCategory {
  readonly id: string;
  readonly grid: number;
  /** 0 at the top of its grid. */
  readonly depth: number;
  readonly name: string;
  readonly color: string;
  readonly origin: Origin;
  readonly definition: string;
  readonly inclusion: string;
  readonly exclusion: string;
  readonly example: string;
  readonly codings: number;
}

export interface PackSourceCard {
  readonly id: string;
  readonly name: string;
  /** As citations call it: `E12`. */
  readonly code: string;
  readonly kind: SourceKind;
  readonly date: string | null;
  readonly cases: readonly string[];
  readonly words: number;
  readonly codings: number;
}

/** A turn that has words. `shift`: UTF-16 units of its text before the words spoken. */
export type PackTurn = readonly [id: string, number: number, speaker: number, shift: number, words: string];

/** One coding; its ends by the place of a turn in the list and the offset in its words. */
export type PackCoding = readonly [
  id: string,
  passageId: string,
  category: number,
  coder: number,
  startTurn: number,
  startOffset: number,
  endTurn: number,
  endOffset: number,
  stance: Stance | null,
];

/** A passage that was commented in an earlier round. */
export type PackPassage = readonly [passageId: string, startTurn: number, startOffset: number, endTurn: number, endOffset: number];

export interface PackSource {
  readonly speakers: readonly { readonly name: string; readonly isInterviewer: boolean }[];
  readonly turns: readonly PackTurn[];
  readonly codings: readonly PackCoding[];
  readonly said: readonly PackPassage[];
}

export interface PackQuote {
  readonly passageId: string;
  readonly sourceId: string;
  readonly ref: string;
  readonly speaker: string | null;
  readonly text: string;
}

export interface PackHeader {
  readonly label: string;
  /** Above it, outermost first. */
  readonly above: readonly string[];
  readonly color: string | null;
}

export interface PackCell {
  readonly key: string;
  readonly passages: number;
  readonly sources: number;
  readonly rating: string | null;
  readonly status: CellStatus | null;
  readonly synthesis: string;
  readonly remark: string;
  readonly stance: Readonly<Record<Stance, number>>;
  readonly categories: readonly { readonly name: string; readonly color: string; readonly passages: number }[];
  readonly pinned: readonly PackQuote[];
  /** The first ones. */
  readonly quotes: readonly PackQuote[];
}

export interface PackMatrix {
  readonly id: string;
  readonly name: string;
  readonly notes: string;
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly rows: readonly PackHeader[];
  readonly columns: readonly PackHeader[];
  /** Null for a cell in which nothing is. */
  readonly cells: readonly (readonly (PackCell | { readonly key: string })[])[];
}

export interface PackMemo {
  readonly id: string;
  readonly kind: MemoKind;
  readonly title: string;
  readonly on: string;
  readonly text: string;
  readonly by: string;
  readonly updatedAt: string;
}
