// The corpus as rows: cases and the sources under them.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';

export interface SourceGroup {
  readonly key: string;
  readonly name: string;
  /** Of the case; null for the sources that belong to none. */
  readonly position: number | null;
  readonly sources: readonly SourceSummary[];
}

/** A source of two cases stands under both; those of no case come last. */
export function groupsOf({ cases, sources }: Pick<Corpus, 'cases' | 'sources'>, withoutCase: string): SourceGroup[] {
  const groups: SourceGroup[] = cases.map(({ id, name, position }) => ({
    key: id,
    name,
    position,
    sources: sources.filter(({ caseIds }) => caseIds.includes(id)),
  }));
  const loose = sources.filter(({ caseIds }) => caseIds.length === 0);
  if (loose.length > 0) groups.push({ key: 'none', name: withoutCase, position: null, sources: loose });
  return groups;
}

/** 0-based, among the rows that are unfolded; null for a source that is folded away. */
export function rowOf(groups: readonly SourceGroup[], expanded: readonly string[], sourceId: SourceId | null): number | null {
  let row = 0;
  for (const group of groups) {
    row += 1;
    if (!expanded.includes(group.key)) continue;
    const index = group.sources.findIndex(({ id }) => id === sourceId);
    if (index !== -1) return row + index;
    row += group.sources.length;
  }
  return null;
}

const VALUES_SHOWN = 2;
const SHORT_UTF16 = 28;

/** Short words said of the source itself, then of those who answer in it: « gouvernance ». */
export function valuesOf(corpus: Pick<Corpus, 'participants' | 'values'>, source: SourceSummary): string[] {
  const respondents = corpus.participants.filter((person) => !person.isInterviewer && person.sourceIds.includes(source.id));
  const targets = [source.id as string, ...respondents.map(({ id }) => id as string)];
  const values = targets.flatMap((target) => corpus.values.filter(({ targetId }) => targetId === target).map(({ value }) => value));
  const words = values.filter((value) => value.length <= SHORT_UTF16 && /\p{L}/u.test(value));
  return [...new Set(words)].slice(0, VALUES_SHOWN);
}
