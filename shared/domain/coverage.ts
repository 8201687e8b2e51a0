// What a study does not cover yet, and what it leans on too much.
import type { CategoryId, GridId, MatrixId, ParticipantId, PassageId, SourceId } from './ids.ts';

export interface NamedCategory {
  readonly id: CategoryId;
  readonly name: string;
  /** Grid and categories above. */
  readonly path: readonly string[];
  readonly color: string;
}

/** A matrix kept in the project, with what its cells lack; null numbers: too large to be looked through here. */
export interface MatrixGaps {
  readonly matrixId: MatrixId;
  readonly name: string;
  readonly cells: number;
  /** Without any passage. */
  readonly empty: number | null;
  /** With passages and without a synthesis. */
  readonly unwritten: number | null;
  /** Whose passages changed since their synthesis was written. */
  readonly outdated: number | null;
}

export interface RareCategory extends NamedCategory {
  /** None or one, itself and what is below it. */
  readonly passages: 0 | 1;
  readonly passageId: PassageId | null;
}

/** A source in which a dimension (a category at the top of a grid) does not appear, nor anything below it. */
export interface SourceGaps {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly codings: number;
  readonly missing: readonly CategoryId[];
}

export interface RespondentUse {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly caseName: string | null;
  /** Coded passages that this person speaks in. */
  readonly passages: number;
  /** Of these, quoted: pinned to a cell, linked in a synthesis or a memo. */
  readonly quoted: number;
  /** Quoted far more than spoken: over twice their share of the coded passages, and at least this often. */
  readonly isTooOften: boolean;
  readonly quotedIds: readonly PassageId[];
}

export const LEAST_TOO_OFTEN = 3;
export const TOO_OFTEN_TIMES = 2;

export interface StanceCount extends NamedCategory {
  readonly supports: number;
  readonly contrasts: number;
  readonly mentions: number;
  /** What contrasts: the negative cases. */
  readonly contrastIds: readonly PassageId[];
}

export interface Coverage {
  readonly matrices: readonly MatrixGaps[];
  readonly rare: readonly RareCategory[];
  readonly dimensions: readonly (NamedCategory & { readonly gridId: GridId })[];
  readonly sources: readonly SourceGaps[];
  readonly respondents: readonly RespondentUse[];
  readonly stances: readonly StanceCount[];
}

/** From so many supports without one contrast a reader may ask where the negative cases are. */
export const MANY_SUPPORTS = 5;

/** The study at a glance. */
export interface Overview {
  readonly totals: {
    readonly sources: number;
    readonly words: number;
    readonly cases: number;
    readonly participants: number;
    readonly categories: number;
    readonly codings: number;
    readonly passages: number;
    readonly memos: number;
    readonly syntheses: number;
    readonly ready: number;
  };
  readonly sources: readonly OverviewSource[];
  /** Codings made, week by week (its Monday, ISO), by coder. */
  readonly weeks: readonly { readonly week: string; readonly coder: string; readonly codings: number }[];
  /** Most applied first. */
  readonly categories: readonly (NamedCategory & { readonly passages: number })[];
  /** Dimensions × sources: passages. */
  readonly dimensions: readonly NamedCategory[];
  readonly counts: readonly (readonly number[])[];
}

export interface OverviewSource {
  readonly id: SourceId;
  readonly name: string;
  readonly kind: string;
  readonly date: string | null;
  readonly caseNames: readonly string[];
  readonly words: number;
  readonly codings: number;
  /** Turns of respondents that a coding touches, of all theirs. */
  readonly codedTurns: number;
  readonly turns: number;
  readonly memos: number;
}

/** A source drawn as a line: who speaks where, what is coded where. UTF-16 units from its beginning. */
export interface Portrait {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly length: number;
  /** Stretches of whoever asks. */
  readonly asking: readonly (readonly [start: number, end: number])[];
  readonly stretches: readonly PortraitStretch[];
}

export interface PortraitStretch {
  readonly start: number;
  readonly end: number;
  readonly passageId: PassageId;
  readonly categoryIds: readonly CategoryId[];
}
