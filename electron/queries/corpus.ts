// Reads the corpus: sources, cases, participants, attributes, coders.
import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { byName } from '../../shared/domain/category.ts';
import type { CaseGroup, CasePart, Coder, CorpusFrame, Participant, SpeakerInSource } from '../../shared/domain/corpus.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { AttributeId, CaseGroupId, CaseId, CoderId, ParticipantId, SourceId } from '../../shared/domain/ids.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { readOriginal } from '../storage/originals.ts';
import {
  attribute,
  attributeValue,
  caseGroup,
  caseGroupMember,
  coder,
  media,
  original,
  participant,
  source,
  sourceCase,
  speaker,
  studyCase,
} from '../storage/schema.ts';
import { sourceCounts } from './source-counts.ts';
import type { SourceCounts } from './source-counts.ts';

function grouped<K, V>(pairs: readonly (readonly [K, V])[]): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function numbersOf({ codings, codedTurns, interviewerTurns }: SourceCounts): Pick<SourceSummary, 'codings' | 'codedTurns' | 'interviewerTurns'> {
  return { codings, codedTurns, interviewerTurns };
}

/** Every source in corpus order; or one alone. */
export function listSources(project: Project, only?: SourceId): SourceSummary[] {
  const cases = grouped(
    project.db
      .select()
      .from(sourceCase)
      .innerJoin(studyCase, eq(studyCase.id, sourceCase.caseId))
      .orderBy(asc(studyCase.position))
      .all()
      .map((row) => [row.source_case.sourceId, row.source_case.caseId as CaseId] as const),
  );
  const countsOf = sourceCounts(project);
  return project.db
    .select({ ...getTableColumns(source), original: original.sha256, media: media.id })
    .from(source)
    .leftJoin(original, eq(original.sha256, source.originalSha256))
    .leftJoin(media, eq(media.sourceId, source.id))
    .where(only === undefined ? undefined : eq(source.id, only))
    .orderBy(asc(source.position), asc(source.name))
    .all()
    .map((row) => ({
      id: row.id as SourceId,
      name: row.name,
      kind: row.kind,
      date: row.date,
      caseIds: cases.get(row.id) ?? [],
      words: row.words,
      turns: row.turns,
      ...numbersOf(countsOf(row.id)),
      importedAt: row.importedAt,
      originalName: row.originalName,
      hasOriginal: row.original !== null,
      hasMedia: row.media !== null,
    }));
}

function listParticipants(project: Project): Participant[] {
  const sources = grouped(
    project.db
      .select({ participantId: speaker.participantId, sourceId: speaker.sourceId })
      .from(speaker)
      .innerJoin(source, eq(source.id, speaker.sourceId))
      .orderBy(asc(source.position))
      .all()
      .map((row) => [row.participantId, row.sourceId as SourceId] as const),
  );
  return project.db
    .select()
    .from(participant)
    .all()
    .sort((a, b) => byName.compare(a.name, b.name))
    .map((row) => ({
      id: row.id as ParticipantId,
      name: row.name,
      caseId: row.caseId as CaseId | null,
      isInterviewer: row.isInterviewer === 1,
      sourceIds: [...new Set(sources.get(row.id) ?? [])],
    }));
}

/** Every speaker's label with its source and the person behind it, by source, in the order in which they first speak. */
export function listSpeakers(project: Project): SpeakerInSource[] {
  const countsOf = sourceCounts(project);
  return project.sqlite
    .prepare<[], Omit<SpeakerInSource, 'turns'>>(
      `SELECT k.id, k.source_id AS sourceId, k.label, k.participant_id AS participantId
       FROM speaker k JOIN source s ON s.id = k.source_id ORDER BY s.position, s.name, k.rowid`,
    )
    .all()
    .map((row) => ({ ...row, turns: countsOf(row.sourceId).speakerTurns.get(row.id) ?? 0 }));
}

function listGroups(project: Project): CaseGroup[] {
  const members = grouped(
    project.db
      .select()
      .from(caseGroupMember)
      .innerJoin(studyCase, eq(studyCase.id, caseGroupMember.caseId))
      .orderBy(asc(studyCase.position))
      .all()
      .map((row) => [row.case_group_member.groupId, row.case_group_member.caseId as CaseId] as const),
  );
  return project.db
    .select()
    .from(caseGroup)
    .orderBy(asc(caseGroup.position))
    .all()
    .map((row) => ({ ...row, id: row.id as CaseGroupId, caseIds: members.get(row.id) ?? [] }));
}

/** Stretches of sources that belong to cases, by source, then by place. */
export function listParts(project: Project): CasePart[] {
  return project.sqlite
    .prepare<[], CasePart>(
      `SELECT x.id, x.source_id AS sourceId, x.case_id AS caseId, x.first_turn_id AS firstTurnId, x.last_turn_id AS lastTurnId,
         a.position AS first, b.position AS last, a.number AS firstNumber, b.number AS lastNumber
       FROM case_part x JOIN turn a ON a.id = x.first_turn_id JOIN turn b ON b.id = x.last_turn_id JOIN source s ON s.id = x.source_id
       ORDER BY s.position, s.name, a.position, b.position, x.rowid`,
    )
    .all();
}

/** Cases and their groups and parts, participants, attributes and their values; the labels of speakers take longer, since turns are counted. */
export function readStudyParts(project: Project): Omit<CorpusFrame, 'speakers'> {
  return {
    cases: project.db
      .select()
      .from(studyCase)
      .orderBy(asc(studyCase.position))
      .all()
      .map((row) => ({ ...row, id: row.id as CaseId })),
    participants: listParticipants(project),
    attributes: project.db
      .select()
      .from(attribute)
      .orderBy(asc(attribute.scope), asc(attribute.position))
      .all()
      .map((row) => ({ ...row, id: row.id as AttributeId, choices: JSON.parse(row.choices) as string[] })),
    values: project.db
      .select()
      .from(attributeValue)
      .all()
      .map((row) => ({ attributeId: row.attributeId as AttributeId, targetId: row.targetId, value: row.value })),
    groups: listGroups(project),
    parts: listParts(project),
  };
}

/** The same, and the labels that participants speak under. */
export function readCorpusFrame(project: Project): CorpusFrame {
  return { ...readStudyParts(project), speakers: listSpeakers(project) };
}

// two coders made in the same millisecond keep their order
const JOINED = [asc(coder.createdAt), sql`${coder}.rowid`];

// counted in the index alone: ten times as fast as a join that reads the codings
const CODINGS_OF_CODER = sql<number>`(SELECT count(*) FROM coding WHERE coding.coder_id = coder.id)`;

export function listCoders(project: Project): Coder[] {
  return project.db
    .select({ id: coder.id, name: coder.name, initials: coder.initials, color: coder.color, codings: CODINGS_OF_CODER })
    .from(coder)
    .orderBy(...JOINED)
    .all()
    .map((row) => ({ ...row, id: row.id as CoderId }));
}

/** The coders in the order they joined, the project's first one first; quicker than `listCoders`, which counts. */
export function coderIds(project: Project): CoderId[] {
  return project.db
    .select({ id: coder.id })
    .from(coder)
    .orderBy(...JOINED)
    .all()
    .map((row) => row.id as CoderId);
}

export function coderName(project: Project, id: CoderId): string | undefined {
  return project.sqlite.prepare<[string], string>('SELECT name FROM coder WHERE id = ?').pluck().get(id);
}

/** The coder with this name; accents and case count. */
export function coderByName(project: Project, name: string): CoderId | undefined {
  return project.db.select({ id: coder.id }).from(coder).where(eq(coder.name, name)).get()?.id as CoderId | undefined;
}

export function caseByName(project: Project, name: string): CaseId | undefined {
  return project.db.select().from(studyCase).where(eq(studyCase.name, name)).get()?.id as CaseId | undefined;
}

/** The source with this name, or a refusal. */
export function sourceByName(project: Project, name: string): SourceId {
  const row = project.db.select({ id: source.id }).from(source).where(eq(source.name, name)).get();
  if (!row) throw new Refusal('source.unknown', { source: name });
  return row.id as SourceId;
}

/** The file that a source was read from, under the name it had without its folders. */
export function readOriginalFile(project: Project, sourceId: SourceId): { readonly name: string; readonly bytes: Uint8Array } {
  const row = project.db.select().from(source).where(eq(source.id, sourceId)).get();
  if (!row) throw new Refusal('source.unknown', { id: sourceId });
  const bytes = readOriginal(project.sqlite, row.originalSha256);
  if (bytes === undefined) throw new Refusal('source.originalMissing', { source: row.name });
  return { name: row.originalName.split(/[\\/]/).at(-1) ?? row.originalName, bytes };
}
