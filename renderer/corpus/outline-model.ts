// The corpus as an outline: cases, the sources or parts of sources that belong to them, and who speaks in these; no React here.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Case, CasePart, SpeakerInSource } from '../../shared/domain/corpus.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { casesIn } from './corpus-model.ts';
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

/** In a scope only its cases are branches. */
export function outlineBranches(corpus: Corpus, scope: Scope | null = null): OutlineBranch[] {
  const chosen = casesIn(corpus, scope);
  const speakersOf = (source: SourceSummary) => corpus.speakers.filter(({ sourceId }) => sourceId === source.id);
  const outlined = (branch: string, source: SourceSummary, parts: readonly CasePart[]): OutlineSource => ({
    key: `${branch} ${source.id}`,
    source,
    parts,
    speakers: speakersOf(source),
  });
  const branches: OutlineBranch[] = corpus.cases
    .filter(({ id }) => chosen === null || chosen.has(id))
    .map((owner) => {
      const own = corpus.parts.filter(({ caseId }) => caseId === owner.id);
      const sources = corpus.sources.flatMap((source) => {
        if (source.caseIds.includes(owner.id)) return [outlined(owner.id, source, [])];
        const parts = own.filter(({ sourceId }) => sourceId === source.id);
        return parts.length > 0 ? [outlined(owner.id, source, parts)] : [];
      });
      return { key: owner.id, owner, sources };
    });
  const parted = new Set(corpus.parts.map(({ sourceId }) => sourceId));
  const homeless = corpus.sources.filter(({ id, caseIds }) => caseIds.length === 0 && !parted.has(id));
  if (chosen !== null || homeless.length === 0) return branches;
  return [...branches, { key: NO_CASE, owner: null, sources: homeless.map((source) => outlined(NO_CASE, source, [])) }];
}
