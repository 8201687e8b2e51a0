// What is said of an exchange with other programs (REFI-QDA, qdpx): what it loses on the way out, what came, changed and is uncertain on the way in.

import type { PassageId } from './ids.ts';

export const REFI_LOSS_FACTS = [
  'weight',
  'stance',
  'ruleOfCoding',
  'star',
  'lostPassage',
  'gridCard',
  'emptyGrid',
  'categoryState',
  'secondPlace',
  'gridVersion',
  'codingRule',
  'board',
  'participant',
  'participantValue',
  'attributeType',
  'caseGroup',
  'sourceCard',
  'turn',
  'layout',
  'lineEnds',
  'media',
  'memoKind',
  'memoForm',
  'memoPlace',
  'guide',
  'matrix',
  'cell',
  'researchQuestion',
  'linkNote',
  'linkEvidence',
  'conceptMap',
  'analysis',
  'coderCard',
  'history',
] as const;
export type RefiLossFact = (typeof REFI_LOSS_FACTS)[number];

/** Of what there is in the project and not in the exchange format: how many. The side file keeps it. */
export interface RefiLoss {
  readonly fact: RefiLossFact;
  readonly count: number;
}

/** What another program may understand otherwise. */
export const REFI_WARNINGS = ['wideCharacters', 'deepCodes'] as const;
export type RefiWarning = (typeof REFI_WARNINGS)[number];

/** How many of each a package holds, or a project got out of it. */
export interface RefiCounts {
  readonly users: number;
  readonly codes: number;
  readonly cases: number;
  readonly variables: number;
  readonly sources: number;
  readonly selections: number;
  readonly codings: number;
  readonly notes: number;
  readonly links: number;
  readonly sets: number;
  readonly graphs: number;
}

/** The window takes files whole: larger ones are written by the command line. */
export const MOST_WINDOW_BYTES = 300_000_000;

export interface RefiPreview {
  readonly losses: readonly RefiLoss[];
  readonly warnings: readonly { readonly fact: RefiWarning; readonly count: number }[];
  /** Recordings that can go along, and how large they are together. */
  readonly recordings: { readonly count: number; readonly bytes: number };
}

export interface RefiWritten extends Pick<RefiPreview, 'losses' | 'warnings'> {
  readonly counts: RefiCounts;
  readonly unit: 'codepoint' | 'utf16';
  readonly bytes: number;
}

/** What of a package is otherwise in the project, and how often. */
export const REFI_CHANGES = [
  'duplicateGuid',
  'unknownUser',
  'unknownCode',
  'codingWithoutCode',
  'codeRenamed',
  'caseRenamed',
  'coderRenamed',
  'pseudoCode',
  'codingAsCase',
  'duplicateCoding',
  'mergedSelection',
  'selectionWithoutCoding',
  'pairedSelection',
  'codingOfWholeSource',
  'listedSource',
  'listedSelection',
  'missingFile',
  'windows1252',
  'descriptionAsMemo',
  'noteTwice',
  'noteAsSource',
  'noteWithoutTarget',
  'unknownNote',
  'setAsValues',
  'setAsMemo',
  'graphAsMemo',
  'graphAsMap',
  'edgeAsLink',
  'linkAsMemo',
  'linkDangling',
  'unnamedCase',
  'caseExtentAsPart',
  'caseExtentLeft',
  'caseCodeAsMemo',
  'danglingReference',
  'valueAsText',
  'joinedRecording',
  'mediaLeft',
  'unknownElement',
  'sideFileOutdated',
] as const;
export type RefiChange = (typeof REFI_CHANGES)[number];

export const REFI_DOUBTS = ['reversed', 'outside', 'empty', 'halfCharacter', 'notNumber', 'quoteElsewhere', 'quoteNotFound', 'noSyncPoint'] as const;
export type RefiDoubt = (typeof REFI_DOUBTS)[number];

/** A selection to look at: where it was put, and why that is not certain. */
export interface RefiUncertain {
  /** Where it is in the project. */
  readonly passageId: PassageId | null;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly why: RefiDoubt;
}

export interface RefiConvention {
  readonly unit: 'codepoint' | 'utf16';
  /** How many positions CR LF counts for. */
  readonly lineEnd: 1 | 2;
  readonly countsMark: boolean;
  readonly includesEnd: boolean;
  /** What the program that wrote the file is known for; scoring said otherwise where it is false. */
  readonly isUsual: boolean;
}

export interface RefiRead {
  readonly origin: string;
  /** Everything of Trame's own came back from the side file. */
  readonly isWhole: boolean;
  readonly convention: RefiConvention;
  /** What the package holds. */
  readonly found: RefiCounts;
  /** What the project has of it, in Trame's words. */
  readonly made: {
    readonly coders: number;
    readonly categories: number;
    readonly cases: number;
    readonly attributes: number;
    readonly sources: number;
    readonly passages: number;
    readonly codings: number;
    readonly memos: number;
    readonly links: number;
  };
  readonly changes: readonly { readonly what: RefiChange; readonly count: number }[];
  readonly uncertain: readonly RefiUncertain[];
  /** Those beyond the ones listed. */
  readonly moreUncertain: number;
}
