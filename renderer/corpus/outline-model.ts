// The corpus as an outline: cases, the sources or parts of sources that belong to them, and who speaks in these; no React here.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Case, CasePart, SpeakerInSource } from '../../shared/domain/corpus.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import type { WalkedNode } from '../ui/tree-walk.ts';
import { casesIn, partPlace } from './corpus-model.ts';
import type { Scope } from './corpus-model.ts';

/** A source under a case: as a whole, or (with `parts`) by stretches of it. */
export interface OutlineSource {
  /** Unlike in the whole tree: a source of two cases stands under both. */
  readonly key: string;
  readonly source: SourceSummary;
  readonly parts: readonly CasePart[];
  readonly speakers: readonly SpeakerInSource[];
}

/** One branch; `owner` null gathers what belongs to no case. */
export interface OutlineBranch {
  readonly key: string;
  readonly owner: Case | null;
  readonly sources: readonly OutlineSource[];
}

const NO_CASE = 'no-case';

function groupedBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}

/** In a scope only its cases are branches. */
export function outlineBranches(corpus: Corpus, scope: Scope | null = null): OutlineBranch[] {
  const chosen = casesIn(corpus, scope);
  const speakersOf = groupedBy(corpus.speakers, ({ sourceId }) => [sourceId]);
  const partsOf = groupedBy(corpus.parts, ({ caseId }) => [caseId]);
  const wholeOf = groupedBy(corpus.sources, ({ caseIds }) => caseIds);
  const placeOf = new Map(corpus.sources.map((source, at) => [source.id, at]));
  const outlined = (branch: string, source: SourceSummary, parts: readonly CasePart[]): OutlineSource => ({
    key: `${branch} ${source.id}`,
    source,
    parts,
    speakers: speakersOf.get(source.id) ?? [],
  });
  const branches: OutlineBranch[] = corpus.cases
    .filter(({ id }) => chosen === null || chosen.has(id))
    .map((owner) => {
      const whole = wholeOf.get(owner.id) ?? [];
      const parts = groupedBy(partsOf.get(owner.id) ?? [], ({ sourceId }) => [sourceId]);
      for (const { id } of whole) parts.delete(id);
      const parted = [...parts.keys()].flatMap((id) => corpus.sources[placeOf.get(id as SourceSummary['id']) ?? -1] ?? []);
      const sources = [...whole, ...parted].sort((a, b) => (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0));
      return { key: owner.id, owner, sources: sources.map((source) => outlined(owner.id, source, parts.get(source.id) ?? [])) };
    });
  const parted = new Set(corpus.parts.map(({ sourceId }) => sourceId));
  const homeless = corpus.sources.filter(({ id, caseIds }) => caseIds.length === 0 && !parted.has(id));
  if (chosen !== null || homeless.length === 0) return branches;
  return [...branches, { key: NO_CASE, owner: null, sources: homeless.map((source) => outlined(NO_CASE, source, [])) }];
}

/** A line of the outline, and what it stands for. */
export interface OutlineNode extends WalkedNode {
  readonly what:
    | { readonly kind: 'case'; readonly branch: OutlineBranch }
    | { readonly kind: 'source'; readonly outlined: OutlineSource; readonly caseName: string }
    | { readonly kind: 'speaker'; readonly speaker: SpeakerInSource };
  readonly children: readonly OutlineNode[];
}

/** `noCase`: what gathers the sources of no case is called. */
export function outlineNodes(branches: readonly OutlineBranch[], noCase: string): OutlineNode[] {
  const leaf = { hasChildren: false, children: [] };
  const ofSource = (outlined: OutlineSource, caseName: string): OutlineNode => ({
    key: outlined.key,
    text: `${outlined.source.name} ${outlined.parts.map(partPlace).join(', ')}`.trim(),
    what: { kind: 'source', outlined, caseName },
    hasChildren: outlined.speakers.length > 0,
    children: outlined.speakers.map((speaker) => ({
      ...leaf,
      key: `${outlined.key} ${speaker.id}`,
      text: speaker.label,
      what: { kind: 'speaker', speaker },
    })),
  });
  return branches.map((branch) => ({
    key: branch.key,
    text: branch.owner?.name ?? noCase,
    what: { kind: 'case', branch },
    hasChildren: branch.sources.length > 0,
    children: branch.sources.map((outlined) => ofSource(outlined, branch.owner?.name ?? '')),
  }));
}
