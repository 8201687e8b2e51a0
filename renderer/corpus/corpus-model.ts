// Rows of the corpus sheets and of its outline, made from what the core answers; no React here.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Case, Participant } from '../../shared/domain/corpus.ts';
import type { OfferedColumn } from '../../shared/domain/corpus-table.ts';
import type { CaseId, ParticipantId } from '../../shared/domain/ids.ts';
import { citationCode } from '../../shared/domain/source.ts';
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

/** The columns of the corpus table: those proposed, but for what the user changed; in the order offered. */
export function chosenColumns(offered: readonly OfferedColumn[], changed: ReadonlyMap<string, boolean>): string[] {
  return offered.flatMap(({ key, isProposed }) => ((changed.get(key) ?? isProposed) ? [key] : []));
}

/** Everybody else, people of the same case first; a name that several have is told apart by their case and sources. */
export function othersToMergeWith(corpus: Corpus, person: Participant): { readonly id: ParticipantId; readonly label: string }[] {
  const others = corpus.participants.filter(({ id }) => id !== person.id);
  const home = (one: Participant): number => (one.caseId === person.caseId ? 0 : 1);
  const detail = (one: Participant): string =>
    [
      ...corpus.cases.filter(({ id }) => id === one.caseId).map(({ name }) => name),
      ...corpus.sources.filter(({ id }) => one.sourceIds.includes(id)).map(({ name }) => citationCode(name)),
    ].join(', ');
  return others
    .toSorted((a, b) => home(a) - home(b))
    .map((one) => {
      const isShared = others.some(({ id, name }) => id !== one.id && name === one.name);
      return { id: one.id, label: isShared ? `${one.name} (${detail(one)})` : one.name };
    });
}
