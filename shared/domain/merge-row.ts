// One row that two copies changed since their common ancestor: column by column, by the rules of its table. Nothing depends on which of
// the two copies is ours, so that both may merge the other and come to the same.
import type { MergeRule } from './merge-rules.ts';
import { writtenTextOf, writtenTextOfWords, parseWrittenText, wordsOf } from './written-text.ts';

export type MergedValue = string | number | null;
export type MergedRow = Readonly<Record<string, MergedValue>>;

export interface RowVersions {
  /** Undefined where the row was not there, or nobody knows. */
  readonly base: MergedRow | undefined;
  readonly ours: MergedRow;
  readonly theirs: MergedRow;
  /** Who wrote the row last. */
  readonly later: 'ours' | 'theirs';
}

/** Columns that both changed. `both` is what keeps both, where that can be. */
export interface Clash {
  readonly columns: readonly string[];
  readonly ours: MergedRow;
  readonly theirs: MergedRow;
  readonly both: MergedRow | null;
  readonly proposed: 'ours' | 'theirs' | 'both';
}

export interface RowMerge {
  readonly row: MergedRow;
  readonly clashes: readonly Clash[];
}

/** Words of which both changed other parts, in one; null where they changed the same. */
export type JoinWords = (base: string, ours: string, theirs: string) => string | null;

const only = (row: MergedRow, columns: readonly string[]): MergedRow => Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));
const isSame = (one: MergedRow, other: MergedRow, columns: readonly string[]): boolean =>
  columns.every((name) => (one[name] ?? null) === (other[name] ?? null));
const saysNothing = (row: MergedRow, columns: readonly string[]): boolean => columns.every((name) => row[name] === null || row[name] === '');

/** The columns by what is decided together; those of the key itself aside. */
export function columnGroups(rule: MergeRule, columns: readonly string[]): readonly (readonly string[])[] {
  const { written, groups = [] } = rule;
  const together = [...groups, ...(written ? [[written.words, written.form, ...(written.with ?? [])]] : [])];
  const grouped = new Set(together.flat());
  return [...together, ...columns.filter((name) => name !== 'id' && !grouped.has(name)).map((name) => [name])];
}

/** One under the other, unless one says all that the other does: whoever wrote later goes below. */
function stacked(first: string, second: string): string {
  if (second.includes(first)) return second;
  return first.includes(second) ? first : `${first}\n${second}`;
}

function joinedWritten({ words, form, with: others = [] }: NonNullable<MergeRule['written']>, { ours, theirs, later }: RowVersions): MergedRow {
  const [first, second] = later === 'theirs' ? [ours, theirs] : [theirs, ours];
  const [before, after] = [String(first[words] ?? ''), String(second[words] ?? '')];
  const kept = (row: MergedRow): MergedRow => only(row, [words, form, ...others]);
  if (before === '' || after.includes(before)) return kept(second);
  if (after === '' || before.includes(after)) return kept(first);
  const rest = others.length === 0 ? {} : { status: 'draft', evidence: null };
  if (first[form] === null && second[form] === null) return { [words]: `${before}\n${after}`, [form]: null, ...rest };
  const blocks = [first, second].flatMap(
    (row) => (parseWrittenText(row[form] as string | null) ?? writtenTextOfWords(String(row[words]))).root.children,
  );
  const document = writtenTextOf(blocks);
  return { [words]: wordsOf(document), [form]: JSON.stringify(document), ...rest };
}

function bothOf(rule: MergeRule, columns: readonly string[], versions: RowVersions): MergedRow | null {
  const { written, text = [] } = rule;
  const [name = ''] = columns;
  if (written && name === written.words) return joinedWritten(written, versions);
  if (!text.includes(name)) return null;
  const [first, second] = versions.later === 'theirs' ? [versions.ours, versions.theirs] : [versions.theirs, versions.ours];
  return { [name]: stacked(String(first[name] ?? ''), String(second[name] ?? '')) };
}

function wordsJoined(rule: MergeRule, [name = '']: readonly string[], { base, ours, theirs }: RowVersions, join: JoinWords): MergedRow | null {
  const { written, text = [] } = rule;
  const isPlain = written?.words === name && [base, ours, theirs].every((row) => row?.[written.form] === null);
  if (base === undefined || !(text.includes(name) || isPlain)) return null;
  const joined = join(String(base[name] ?? ''), String(ours[name] ?? ''), String(theirs[name] ?? ''));
  if (joined === null) return null;
  return isPlain && written
    ? { ...only(ours, [written.form]), [name]: joined, ...(written.with ? { status: 'draft', evidence: null } : {}) }
    : { [name]: joined };
}

function mergeGroup(rule: MergeRule, columns: readonly string[], versions: RowVersions, join: JoinWords): MergedRow | Clash {
  const { base, ours, theirs, later } = versions;
  if (isSame(ours, theirs, columns)) return only(ours, columns);
  if (base && isSame(ours, base, columns)) return only(theirs, columns);
  if (base && isSame(theirs, base, columns)) return only(ours, columns);
  if (!base && saysNothing(ours, columns)) return only(theirs, columns);
  if (!base && saysNothing(theirs, columns)) return only(ours, columns);
  const joined = wordsJoined(rule, columns, versions, join);
  if (joined) return joined;
  // of two that made the same, the first one
  if (!base && columns[0] === 'created_at') return only((ours.created_at ?? '') < (theirs.created_at ?? '') ? ours : theirs, columns);
  if (columns.every((name) => rule.quiet?.includes(name))) return only(versions[later], columns);
  const both = bothOf(rule, columns, versions);
  return { columns, ours: only(ours, columns), theirs: only(theirs, columns), both, proposed: both ? 'both' : later };
}

/** `choose` says what becomes of a clash; what is proposed, where nobody chose. */
export function mergeRow(
  rule: MergeRule,
  columns: readonly string[],
  versions: RowVersions,
  join: JoinWords,
  choose: (clash: Clash) => 'ours' | 'theirs' | 'both' = ({ proposed }) => proposed,
): RowMerge {
  const clashes: Clash[] = [];
  const row: Record<string, MergedValue> = { id: versions.ours.id ?? null };
  for (const group of columnGroups(rule, columns)) {
    const merged = mergeGroup(rule, group, versions, join);
    if (!isClash(merged)) Object.assign(row, merged);
    else {
      clashes.push(merged);
      const choice = choose(merged);
      Object.assign(row, choice === 'both' ? (merged.both ?? merged[versions.later]) : merged[choice]);
    }
  }
  return { row, clashes };
}

function isClash(merged: MergedRow | Clash): merged is Clash {
  return Array.isArray((merged as Clash).columns);
}
