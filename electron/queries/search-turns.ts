// Reads the turns that searches look into, and the lines that show what was found.
import type { ParticipantId, SourceId, TurnId } from '../../shared/domain/ids.ts';
import { contextOf } from '../../shared/domain/search.ts';
import type { SearchHit } from '../../shared/domain/search.ts';
import type { Extent } from '../../shared/words/folded-text.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import type { TurnMap } from './turn-map.ts';

/** The words spoken in a turn. */
export interface TurnBody {
  readonly rank: number;
  readonly body: string;
  /** Of the body, in the turn's text. */
  readonly start: number;
}

const BODIES = `
  SELECT i.number, t.text, t.body_start_utf16 AS start, t.body_end_utf16 AS end
  FROM json_each(?) j CROSS JOIN indexed_turn i ON i.number = j.value CROSS JOIN turn t ON t.id = i.turn_id`;

/** In the order of these ranks. */
export function readBodies({ sqlite }: Project, { numberAt, rankOf }: TurnMap, ranks: Int32Array): TurnBody[] {
  const numbers = JSON.stringify(Array.from(ranks, (rank) => numberAt[rank]));
  return statement<[string], { number: number; text: string; start: number; end: number }>(sqlite, BODIES)
    .all(numbers)
    .map(({ number, text, start, end }) => ({ rank: rankOf[number] ?? -1, body: text.slice(start, end), start }));
}

/** All turns of a source, in order. */
export function readSourceBodies({ sqlite }: Project, { sources, firstRanks }: TurnMap, source: number): TurnBody[] {
  const first = firstRanks[source] ?? 0;
  return statement<[string], { text: string; start: number; end: number }>(
    sqlite,
    'SELECT text, body_start_utf16 AS start, body_end_utf16 AS end FROM turn WHERE source_id = ? ORDER BY position',
  )
    .all(sources[source]?.id ?? '')
    .map(({ text, start, end }, at) => ({ rank: first + at, body: text.slice(start, end), start }));
}

/** Of a source, by the place of a turn: what of its text is coded. */
export function codedExtents({ sqlite }: Project, sourceId: string): Map<number, Extent[]> {
  const rows = statement<[string], { first: number; start: number; last: number; end: number }>(
    sqlite,
    `SELECT a.position AS first, p.start_utf16 AS start, b.position AS last, p.end_utf16 AS end
     FROM passage p JOIN turn a ON a.id = p.start_turn_id JOIN turn b ON b.id = p.end_turn_id
     WHERE p.source_id = ? AND p.lost_quote IS NULL AND EXISTS (SELECT 1 FROM coding c WHERE c.passage_id = p.id)`,
  ).all(sourceId);
  const byTurn = new Map<number, Extent[]>();
  for (const { first, start, last, end } of rows) {
    for (let place = first; place <= last; place += 1) {
      const extent = { start: place === first ? start : 0, end: place === last ? end : Infinity };
      const own = byTurn.get(place);
      if (own) own.push(extent);
      else byTurn.set(place, [extent]);
    }
  }
  return byTurn;
}

/** One place found: offsets in the turn's text. */
export interface FoundPlace extends Extent {
  readonly rank: number;
}

interface LineRow {
  number: number;
  turnId: TurnId;
  sourceId: SourceId;
  source: string;
  position: number;
  turnNumber: number | null;
  text: string;
  bodyStart: number;
  bodyEnd: number;
  speaker: string | null;
  participantId: ParticipantId | null;
}

const LINES = `
  SELECT i.number, t.id AS turnId, t.source_id AS sourceId, s.name AS source, t.position, t.number AS turnNumber, t.text,
    t.body_start_utf16 AS bodyStart, t.body_end_utf16 AS bodyEnd, k.label AS speaker, k.participant_id AS participantId
  FROM json_each(?) j JOIN indexed_turn i ON i.number = j.value JOIN turn t ON t.id = i.turn_id JOIN source s ON s.id = t.source_id
  LEFT JOIN speaker k ON k.id = t.speaker_id`;

/** Where each turn of a source begins in its whole text. */
function turnStarts({ sqlite }: Project, sourceId: string): number[] {
  const rows = statement<[string], { length: number }>(sqlite, 'SELECT length_utf16 AS length FROM turn WHERE source_id = ? ORDER BY position').all(
    sourceId,
  );
  let at = 0;
  return rows.map(({ length }) => {
    at += length;
    return at - length;
  });
}

/** The lines that show these places, in their order. */
export function readLines(project: Project, { numberAt, rankOf }: TurnMap, places: readonly FoundPlace[]): SearchHit[] {
  const numbers = [...new Set(places.map(({ rank }) => numberAt[rank]))];
  const rows = statement<[string], LineRow>(project.sqlite, LINES).all(JSON.stringify(numbers));
  const byRank = new Map(rows.map((row) => [rankOf[row.number] ?? -1, row]));
  const starts = new Map<string, number[]>();
  return places.flatMap(({ rank, start, end }): SearchHit[] => {
    const row = byRank.get(rank);
    if (!row) return [];
    let own = starts.get(row.sourceId);
    if (!own) starts.set(row.sourceId, (own = turnStarts(project, row.sourceId)));
    const at = own[row.position] ?? 0;
    return [
      {
        sourceId: row.sourceId,
        source: row.source,
        start: { turnId: row.turnId, offsetUtf16: start },
        end: { turnId: row.turnId, offsetUtf16: end },
        number: row.turnNumber,
        speaker: row.speaker,
        participantId: row.participantId,
        ...contextOf(row.text, start, end, { start: row.bodyStart, end: row.bodyEnd }),
        text: row.text.slice(start, end),
        startUtf16: at + start,
        endUtf16: at + end,
      },
    ];
  });
}
