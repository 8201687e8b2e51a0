// The project's history as people ask for it: by coder, by kind of object, by one object, by words, by day.
import type { CategoryId, CoderId, EntryId } from './ids.ts';
import type { CommandSubject, HistoryEntry } from './project.ts';
import type { DiffPiece } from './revision.ts';

/** What a command is about: the first part of its name, under the kind that people choose. */
export const HISTORY_KINDS = {
  texts: ['source', 'turn', 'media', 'speaker'],
  cases: ['case', 'caseGroup', 'participant', 'attribute'],
  guides: ['guide'],
  grids: ['grid', 'gridVersion', 'category', 'board'],
  codings: ['coding', 'passage', 'autocode', 'suggestion', 'quickKey', 'assignment', 'disagreement'],
  memos: ['memo'],
  matrices: ['matrix', 'matrixSnapshot', 'cell', 'scale', 'researchQuestion'],
  analyses: ['analysis', 'agreement', 'meaning', 'savedSearch', 'typedLink', 'linkType', 'conceptMap', 'stopWord'],
  review: ['review'],
  project: ['project', 'confidentiality', 'coder', 'blind', 'printSettings'],
} as const satisfies Record<string, readonly string[]>;
export type HistoryKind = keyof typeof HISTORY_KINDS;
export const HISTORY_KIND_NAMES = Object.keys(HISTORY_KINDS) as HistoryKind[];

/** The kind of a command: `category.merge` → `grids`; null for one that a newer Trame recorded. */
export function kindOfCommand(command: string): HistoryKind | null {
  const noun = command.split('.')[0] ?? '';
  return HISTORY_KIND_NAMES.find((kind) => (HISTORY_KINDS[kind] as readonly string[]).includes(noun)) ?? null;
}

export interface HistoryFilter {
  readonly coderId?: CoderId | undefined;
  readonly kind?: HistoryKind | undefined;
  /** UUID of a row: entries whose differences name it. */
  readonly objectId?: string | undefined;
  /** All of them occur in the entry's sentence, accents and case aside. */
  readonly words?: string | undefined;
  /** ISO instants: from the first on, before the second. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Commands whose line may tell of categories that went. */
export const REMOVES_CATEGORIES: readonly string[] = ['category.remove', 'category.merge', 'grid.remove', 'grid.restoreVersion'];

/** A category that an entry removed, under the name that it had then. */
export interface RemovedCategory {
  readonly id: CategoryId;
  readonly name: string;
}

export interface HistoryPage {
  /** Newest first; of the entries that are one act, the last one stands for all. */
  readonly entries: readonly HistoryEntry[];
  /** The number before which the next page goes on; null where nothing is left. A page may be empty and not be the last one. */
  readonly before: number | null;
}

/** What going back to an entry, or bringing one back, would do: acts in the order in which they would be taken. */
export interface HistorySteps {
  readonly entries: readonly HistoryEntry[];
}

/** The fields of a category's card, as they were written at a time. */
export const CARD_TEXTS = ['name', 'definition', 'inclusion', 'exclusion', 'example'] as const;
export const CARD_FACTS = ['grid', 'parent', 'color', 'origin', 'stage', 'status'] as const;
export type CardText = (typeof CARD_TEXTS)[number];
export type CardFact = (typeof CARD_FACTS)[number];

/** Names where there is a parent or a grid; null for none. */
export type CategoryCardState = Readonly<Record<CardText, string>> & Readonly<Record<CardFact, string | null>>;

export type CardChange =
  | { readonly field: CardText; readonly pieces: readonly DiffPiece[] }
  | { readonly field: CardFact; readonly before: string | null; readonly after: string | null };

/** A category as one entry of the log left it. */
export interface CategoryState {
  readonly entryId: EntryId;
  readonly number: number;
  readonly command: string;
  readonly subject: CommandSubject;
  readonly kind: HistoryEntry['kind'];
  readonly at: string;
  readonly coderName: string;
  /** null: the category was gone. */
  readonly card: CategoryCardState | null;
  /** What differs from the state before; empty for the first one and where the category went. */
  readonly changes: readonly CardChange[];
}

export interface CategoryHistory {
  readonly categoryId: CategoryId;
  /** Newest first. */
  readonly states: readonly CategoryState[];
}

/** What cannot be taken back: the study's making, and what takes words out of its history. */
export const NOT_UNDONE: readonly string[] = ['project.create', 'confidentiality.pseudonymise', 'confidentiality.erase'];
