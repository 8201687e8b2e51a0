// The table of the corpus that a thesis prints in its method chapter: one row per source, with who speaks in it.
import type { AttributeId } from './ids.ts';
import type { AttributeScope } from './corpus.ts';
import type { SourceKind, SourceSummary } from './source.ts';

export const CORPUS_COLUMNS = [
  'code',
  'name',
  'kind',
  'participants',
  'case',
  'groups',
  'date',
  'duration',
  'words',
  'ownWords',
  'turns',
  'codings',
] as const;
export type CorpusColumn = (typeof CORPUS_COLUMNS)[number];
/** One of `CORPUS_COLUMNS`, or `attribute:<uuid>` of cases, sources or participants. */
export type CorpusColumnKey = string;

export const CORPUS_TABLE_FORMATS = ['docx', 'xlsx', 'csv'] as const;
export type CorpusTableFormat = (typeof CORPUS_TABLE_FORMATS)[number];

export interface CorpusTableSource extends Pick<SourceSummary, 'id' | 'name' | 'date' | 'words' | 'turns' | 'codings'> {
  readonly kind: SourceKind;
  readonly cases: readonly { readonly id: string; readonly name: string }[];
  /** Who speaks, without those who ask, in the order in which they first speak. */
  readonly participants: readonly { readonly id: string; readonly name: string }[];
  /** Groups that its cases are in. */
  readonly groups: readonly string[];
  /** Words of everybody but interviewers. */
  readonly ownWords: number;
  /** Of its recording, else from the first to the last time of its turns; null where there is neither. */
  readonly durationMs: number | null;
}

/** `date` holds an ISO day, `duration` milliseconds. */
export type CorpusCellKind = 'text' | 'number' | 'date' | 'duration';
export type CorpusCell = string | number | null;

export interface CorpusTableColumn {
  readonly key: CorpusColumnKey;
  readonly label: string;
  readonly kind: CorpusCellKind;
}

/** A column that the table could have, with what it would show. */
export interface OfferedColumn extends CorpusTableColumn {
  /** Rows that have something here. */
  readonly filled: number;
  readonly example: string;
  /** Whether the table has it unless something else is chosen. */
  readonly isProposed: boolean;
}

export interface CorpusTable {
  readonly title: string;
  readonly columns: readonly CorpusTableColumn[];
  readonly rows: readonly (readonly CorpusCell[])[];
  readonly note: string;
  readonly source: string;
}

export const attributeColumnKey = (id: AttributeId): CorpusColumnKey => `attribute:${id}`;

export function cellKindOf(key: CorpusColumnKey): CorpusCellKind {
  if (key === 'date' || key === 'duration') return key;
  return key === 'words' || key === 'ownWords' || key === 'turns' || key === 'codings' ? 'number' : 'text';
}

/** Whose values of an attribute a source's row shows. */
export function targetsOf(source: CorpusTableSource, scope: AttributeScope): readonly string[] {
  if (scope === 'source') return [source.id];
  return (scope === 'case' ? source.cases : source.participants).map(({ id }) => id);
}
