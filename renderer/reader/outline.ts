// The corpus as rows: cases and the sources under them.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import type { WalkedNode } from '../ui/tree-walk.ts';

export interface SourceGroup {
  readonly key: string;
  readonly name: string;
  /** Of the case; null for the sources that belong to none. */
  readonly position: number | null;
  readonly sources: readonly SourceSummary[];
}

/** A source of two cases stands under both; those of no case come last. */
export function groupsOf({ cases, sources }: Pick<Corpus, 'cases' | 'sources'>, withoutCase: string): SourceGroup[] {
  const byCase = new Map<string, SourceSummary[]>(cases.map(({ id }) => [id, []]));
  for (const source of sources) for (const id of source.caseIds) byCase.get(id)?.push(source);
  const groups: SourceGroup[] = cases.map(({ id, name, position }) => ({ key: id, name, position, sources: byCase.get(id) ?? [] }));
  const loose = sources.filter(({ caseIds }) => caseIds.length === 0);
  if (loose.length > 0) groups.push({ key: 'none', name: withoutCase, position: null, sources: loose });
  return groups;
}

/** A case, or (with `source`) one of its sources. */
export interface GroupNode extends WalkedNode {
  readonly source: SourceSummary | null;
  readonly position: number | null;
  readonly children: readonly GroupNode[];
}

export function groupNodes(groups: readonly SourceGroup[]): GroupNode[] {
  const leaf = { hasChildren: false, children: [], position: null };
  return groups.map(({ key, name, position, sources }) => ({
    key,
    text: name,
    source: null,
    position,
    hasChildren: sources.length > 0,
    children: sources.map((source) => ({ ...leaf, key: `${key}/${source.id}`, text: source.name, source })),
  }));
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
