// Rows of the corpus sheets and of its outline, made from what the core answers; no React here.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Case, Participant } from '../../shared/domain/corpus.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';

export interface CaseRow extends Case {
  readonly sources: readonly SourceSummary[];
  readonly participants: number;
  readonly words: number;
  readonly codings: number;
}

export interface ParticipantRow extends Participant {
  readonly sources: readonly SourceSummary[];
}

export function caseRows(corpus: Corpus): CaseRow[] {
  return corpus.cases.map((one) => {
    const sources = corpus.sources.filter((source) => source.caseIds.includes(one.id));
    return {
      ...one,
      sources,
      participants: corpus.participants.filter((participant) => participant.caseId === one.id && !participant.isInterviewer).length,
      words: sources.reduce((sum, source) => sum + source.words, 0),
      codings: sources.reduce((sum, source) => sum + source.codings, 0),
    };
  });
}

export function participantRows(corpus: Corpus): ParticipantRow[] {
  const byId = new Map(corpus.sources.map((source) => [source.id, source]));
  return corpus.participants.map((participant) => ({
    ...participant,
    sources: participant.sourceIds.flatMap((id) => byId.get(id) ?? []),
  }));
}

/** One branch of the outline; `owner` null gathers the sources of no case. A source of two cases stands in both. */
export interface OutlineBranch {
  readonly owner: Case | null;
  readonly sources: readonly SourceSummary[];
}

export function outlineBranches(corpus: Corpus): OutlineBranch[] {
  const branches: OutlineBranch[] = corpus.cases.map((owner) => ({
    owner,
    sources: corpus.sources.filter((source) => source.caseIds.includes(owner.id)),
  }));
  const homeless = corpus.sources.filter((source) => source.caseIds.length === 0);
  return homeless.length > 0 ? [...branches, { owner: null, sources: homeless }] : branches;
}

/** The sources of one case; all of them for null. */
export function sourcesOfCase(sources: readonly SourceSummary[], caseId: CaseId | null): readonly SourceSummary[] {
  return caseId === null ? sources : sources.filter((source) => source.caseIds.includes(caseId));
}

export function caseNamesOf(corpus: Corpus, caseIds: readonly CaseId[]): string {
  return corpus.cases
    .filter((one) => caseIds.includes(one.id))
    .map((one) => one.name)
    .join(', ');
}
