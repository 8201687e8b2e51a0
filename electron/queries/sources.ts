// Reads one source: its turns, speakers, codings, and its text as a whole.
import { eq, sql } from 'drizzle-orm';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, CoderId, CodingId, ParticipantId, PassageId, SourceId, SpeakerId, TurnId } from '../../shared/domain/ids.ts';
import type { OpenedSource, OrphanedPassage, SourceCoding, Speaker, Stance, Turn } from '../../shared/domain/source.ts';
import type { TurnExtent } from '../../shared/domain/text-offset.ts';
import { marksOf, stylesOf } from '../../shared/domain/turn-layout.ts';
import type { Project } from '../storage/open-project.ts';
import { participant, speaker } from '../storage/schema.ts';
import { statement } from '../storage/statements.ts';
import { listSources } from './corpus.ts';
import { readMedia } from './media.ts';

type TurnRow = [
  id: TurnId,
  position: number,
  number: number | null,
  text: string,
  bodyStart: number,
  bodyEnd: number,
  speakerId: SpeakerId | null,
  startMs: number | null,
  endMs: number | null,
  styles: string | null,
  marks: string | null,
];

/** In order. Raw rows: a long source's turns and codings are what opening it waits for. */
export function readTurns(project: Project, sourceId: string): Turn[] {
  const rows = statement<[string], TurnRow>(
    project.sqlite,
    `SELECT id, position, number, text, body_start_utf16, body_end_utf16, speaker_id, start_ms, end_ms, styles, marks
     FROM turn WHERE source_id = ? ORDER BY position`,
  ).raw();
  return rows.all(sourceId).map(([id, position, number, text, bodyStart, bodyEnd, speakerId, startMs, endMs, styles, marks]) => ({
    id,
    position,
    number,
    text,
    bodyStart,
    bodyEnd,
    speakerId,
    startMs,
    endMs,
    styles: stylesOf(styles),
    marks: marksOf(marks),
  }));
}

/** The speaker labels of a source in the order in which they first speak, and the people behind them. */
export function readSpeakers(project: Project, sourceId: string): Speaker[] {
  return project.db
    .select({ id: speaker.id, label: speaker.label, participantId: speaker.participantId, isInterviewer: participant.isInterviewer })
    .from(speaker)
    .innerJoin(participant, eq(participant.id, speaker.participantId))
    .where(eq(speaker.sourceId, sourceId))
    .orderBy(sql`${speaker}.rowid`)
    .all()
    .map((row) => ({
      id: row.id as SpeakerId,
      label: row.label,
      participantId: row.participantId as ParticipantId,
      isInterviewer: row.isInterviewer === 1,
    }));
}

type CodingRow = [
  id: CodingId,
  passageId: PassageId,
  categoryId: CategoryId,
  coderId: CoderId,
  startTurnId: TurnId,
  startUtf16: number,
  endTurnId: TurnId,
  endUtf16: number,
  weight: number | null,
  stance: Stance | null,
  memos: number,
  createdAt: string,
];

const CODINGS = `
  SELECT c.id, c.passage_id, c.category_id, c.coder_id, p.start_turn_id, p.start_utf16, p.end_turn_id, p.end_utf16, c.weight, c.stance,
    (SELECT count(*) FROM memo m WHERE m.target_kind = 'coding' AND m.target_id = c.id), c.created_at
  FROM passage p JOIN coding c ON c.passage_id = p.id`;
const IN_ORDER = 'ORDER BY c.created_at, c.rowid';

function codingsOf(project: Project, which: string, id: string): SourceCoding[] {
  return statement<[string], CodingRow>(project.sqlite, `${CODINGS} WHERE ${which} ${IN_ORDER}`)
    .raw()
    .all(id)
    .map(([codingId, passageId, categoryId, coderId, startTurnId, startUtf16, endTurnId, endUtf16, weight, stance, memos, createdAt]) => ({
      id: codingId,
      passageId,
      categoryId,
      coderId,
      start: { turnId: startTurnId, offsetUtf16: startUtf16 },
      end: { turnId: endTurnId, offsetUtf16: endUtf16 },
      weight,
      stance,
      memos,
      createdAt,
    }));
}

/** Every coding of a source, in the order made. */
export function readCodings(project: Project, sourceId: string): SourceCoding[] {
  return codingsOf(project, 'p.source_id = ? AND p.lost_quote IS NULL', sourceId);
}

/** Passages of a source whose words a correction took away. */
export function readOrphans(project: Project, sourceId: string): OrphanedPassage[] {
  return project.sqlite
    .prepare<[string], { id: string; lost_quote: string; start_turn_id: string }>(
      'SELECT id, lost_quote, start_turn_id FROM passage WHERE source_id = ? AND lost_quote IS NOT NULL ORDER BY rowid',
    )
    .all(sourceId)
    .map((row) => ({
      passageId: row.id as PassageId,
      quote: row.lost_quote,
      turnId: row.start_turn_id as TurnId,
      codings: readPassageCodings(project, row.id),
    }));
}

/** Every coding on one passage row. */
export function readPassageCodings(project: Project, passageId: string): SourceCoding[] {
  return codingsOf(project, 'p.id = ?', passageId);
}

/** The names of the categories on each passage of a source, in the codebook's words. */
export function readCategoryNames(project: Project, sourceId: string): Map<PassageId, string[]> {
  const rows = project.sqlite
    .prepare<[string], { passage: PassageId; name: string }>(
      `SELECT DISTINCT p.id AS passage, c.name FROM passage p JOIN coding k ON k.passage_id = p.id JOIN category c ON c.id = k.category_id
       WHERE p.source_id = ? ORDER BY c.name`,
    )
    .all(sourceId);
  const names = new Map<PassageId, string[]>();
  for (const { passage, name } of rows) names.set(passage, [...(names.get(passage) ?? []), name]);
  return names;
}

export function openSource(project: Project, sourceId: string): OpenedSource {
  const [source] = listSources(project, sourceId as SourceId);
  if (!source) throw new Refusal('source.unknown', { source: sourceId });
  return {
    source,
    turns: readTurns(project, sourceId),
    speakers: readSpeakers(project, sourceId),
    codings: readCodings(project, sourceId),
    media: readMedia(project, sourceId),
  };
}

/** The document exactly as it was read. */
export function readText(project: Project, sourceId: string): string {
  const rows = project.sqlite.prepare<[string], { text: string }>('SELECT text FROM turn WHERE source_id = ? ORDER BY position').all(sourceId);
  return rows.map((row) => row.text).join('');
}

/** A turn's place without its text. */
export interface TurnOutline extends TurnExtent {
  readonly sourceId: SourceId;
  readonly position: number;
  readonly number: number | null;
  readonly participantId: ParticipantId | null;
  readonly speaker: string | null;
  /** Whole-document offset of its first unit. */
  readonly start: number;
}

interface OutlineRow {
  id: string;
  source_id: string;
  position: number;
  length_utf16: number;
  number: number | null;
  participant_id: string | null;
  label: string | null;
}

/** Every turn of one source, or of all, in order, without the texts. */
export function readOutline(project: Project, sourceId?: SourceId): TurnOutline[] {
  const rows = project.sqlite
    .prepare<string[], OutlineRow>(
      `SELECT t.id, t.source_id, t.position, t.length_utf16, t.number, s.participant_id, s.label
       FROM turn t LEFT JOIN speaker s ON s.id = t.speaker_id ${sourceId ? 'WHERE t.source_id = ?' : ''} ORDER BY t.source_id, t.position`,
    )
    .all(...(sourceId ? [sourceId] : []));
  let source = '';
  let start = 0;
  return rows.map((row) => {
    if (row.source_id !== source) {
      source = row.source_id;
      start = 0;
    }
    const turnStart = start;
    start += row.length_utf16;
    return {
      id: row.id as TurnId,
      sourceId: row.source_id as SourceId,
      position: row.position,
      number: row.number,
      lengthUtf16: row.length_utf16,
      participantId: row.participant_id as ParticipantId | null,
      speaker: row.label,
      start: turnStart,
    };
  });
}

interface TurnTextRow {
  id: string;
  text: string;
}

/** The words between two anchors of one source, exactly as they stand (labels of turns in between included). */
export function readQuote(project: Project, startTurnId: string, startUtf16: number, endTurnId: string, endUtf16: number): string {
  const rows = project.sqlite
    .prepare<[string, string], TurnTextRow>(
      `SELECT t.id, t.text FROM turn a JOIN turn b ON b.id = ? JOIN turn t ON t.source_id = a.source_id AND t.position BETWEEN a.position AND b.position
       WHERE a.id = ? ORDER BY t.position`,
    )
    .all(endTurnId, startTurnId);
  return rows.map((row) => row.text.slice(row.id === startTurnId ? startUtf16 : 0, row.id === endTurnId ? endUtf16 : undefined)).join('');
}
