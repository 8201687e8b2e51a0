// Rows of the corpus sheets and of its outline, made from what the core answers; no React here.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Case, CaseGroup, CasePart, Participant, SpeakerInSource } from '../../shared/domain/corpus.ts';
import type { OfferedColumn } from '../../shared/domain/corpus-table.ts';
import type { CaseGroupId, CaseId, ParticipantId } from '../../shared/domain/ids.ts';
import { citationCode } from '../../shared/domain/source.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';

export interface CaseRow extends Case {
  readonly groups: readonly CaseGroup[];
  /** Those that belong to it as a whole, then those of which parts do. */
  readonly sources: readonly SourceSummary[];
  readonly participants: number;
  /** Of the sources that belong to it as a whole. */
  readonly words: number;
  readonly codings: number;
}

/** One label in one source. */
export interface Voice extends SpeakerInSource {
  readonly source: SourceSummary;
}

export interface ParticipantRow extends Participant {
  readonly sources: readonly SourceSummary[];
  readonly voices: readonly Voice[];
}

export interface SourceRow extends SourceSummary {
  readonly parts: readonly CasePart[];
}

/** What the sheets are narrowed to: one case, or the cases of one group. */
export type Scope = { readonly kind: 'case'; readonly id: CaseId } | { readonly kind: 'group'; readonly id: CaseGroupId };

/** The cases in the scope; null for no scope, or for one that is gone. */
export function casesIn(corpus: Corpus, scope: Scope | null): ReadonlySet<CaseId> | null {
  if (scope?.kind === 'case') return corpus.cases.some(({ id }) => id === scope.id) ? new Set([scope.id]) : null;
  const group = corpus.groups.find(({ id }) => id === scope?.id);
  return group ? new Set(group.caseIds) : null;
}

function byKey<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const present = groups.get(keyOf(one));
    if (present) present.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

export function caseRows(corpus: Corpus, scope: Scope | null = null): CaseRow[] {
  const chosen = casesIn(corpus, scope);
  return corpus.cases
    .filter(({ id }) => chosen === null || chosen.has(id))
    .map((one) => {
      const whole = corpus.sources.filter((source) => source.caseIds.includes(one.id));
      const parted = new Set(corpus.parts.filter(({ caseId }) => caseId === one.id).map(({ sourceId }) => sourceId));
      const inPart = corpus.sources.filter((source) => parted.has(source.id) && !source.caseIds.includes(one.id));
      return {
        ...one,
        groups: corpus.groups.filter(({ caseIds }) => caseIds.includes(one.id)),
        sources: [...whole, ...inPart],
        participants: corpus.participants.filter((participant) => participant.caseId === one.id && !participant.isInterviewer).length,
        words: whole.reduce((sum, source) => sum + source.words, 0),
        codings: whole.reduce((sum, source) => sum + source.codings, 0),
      };
    });
}

export function participantRows(corpus: Corpus, scope: Scope | null = null): ParticipantRow[] {
  const chosen = casesIn(corpus, scope);
  const byId = new Map(corpus.sources.map((source) => [source.id, source]));
  const speakers = byKey(corpus.speakers, ({ participantId }) => participantId);
  return corpus.participants
    .filter(({ caseId }) => chosen === null || (caseId !== null && chosen.has(caseId)))
    .map((participant) => ({
      ...participant,
      sources: participant.sourceIds.flatMap((id) => byId.get(id) ?? []),
      voices: (speakers.get(participant.id) ?? []).flatMap((speaker) => {
        const source = byId.get(speaker.sourceId);
        return source ? [{ ...speaker, source }] : [];
      }),
    }));
}

/** A source is in the scope when it, or a part of it, belongs to a case of it. */
export function sourceRows(corpus: Corpus, scope: Scope | null = null): SourceRow[] {
  const chosen = casesIn(corpus, scope);
  const parts = byKey(corpus.parts, ({ sourceId }) => sourceId);
  return corpus.sources
    .map((source) => ({ ...source, parts: parts.get(source.id) ?? [] }))
    .filter((row) => chosen === null || row.caseIds.some((id) => chosen.has(id)) || row.parts.some(({ caseId }) => chosen.has(caseId)));
}

/** The labels somebody speaks under, each once, with the sources where they are called so: « Directrice (E01, E02), Mme D. (E03) ». */
export function voiceWords(voices: readonly Voice[]): string {
  return [...byKey(voices, ({ label }) => label)]
    .map(([label, same]) => `${label} (${same.map(({ source }) => citationCode(source.name)).join(', ')})`)
    .join(', ');
}

/** `§12–§48`; a part of one turn is `§12`. */
export function partPlace({ firstNumber, lastNumber }: Pick<CasePart, 'firstNumber' | 'lastNumber'>): string {
  const [from, to] = [firstNumber, lastNumber].map((number) => (number === null ? '§–' : `§${number}`));
  return from === to ? (from ?? '') : `${from}–${to}`;
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
