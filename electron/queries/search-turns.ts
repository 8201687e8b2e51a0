// Reads the turns that searches look into, and the lines that show what was found.
import type { ParticipantId, SourceId, TurnId } from '../../shared/domain/ids.ts';
import { contextOf } from '../../shared/domain/search.ts';
import type { SearchHit } from '../../shared/domain/search.ts';
import type { Extent } from '../../shared/words/folded-text.ts';
import type { Project } from '../storage/open-project.ts';
import type { ChangeReader } from '../storage/source-changes.ts';
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

/** What of a source's text is coded, by the place of a turn. */
type CodedExtents = ReadonlyMap<number, readonly Extent[]>;

interface KeptExtents {
  readonly changes: ChangeReader;
  readonly bySource: Map<string, CodedExtents>;
}

const keptExtents = new WeakMap<Project, KeptExtents>();

/** Gives what is coded of each source asked for; kept until something is written to the source. */
export function codedExtentsOf(project: Project): (sourceId: string) => CodedExtents {
  let own = keptExtents.get(project);
  if (!own) keptExtents.set(project, (own = { changes: project.sourceChanges.reader(), bySource: new Map() }));
  const { bySource, changes } = own;
  const { everything, sources } = changes.take();
  if (everything) bySource.clear();
  for (const id of sources) bySource.delete(id);
  return (sourceId) => {
    let extents = bySource.get(sourceId);
    if (!extents) bySource.set(sourceId, (extents = codedExtents(project, sourceId)));
    return extents;
  };
}

function codedExtents({ sqlite }: Project, sourceId: string): CodedExtents {
  // places of turns are looked up here: joined twice for every passage they would take most of the time
  const turns = statement<[string], string>(sqlite, 'SELECT id FROM turn WHERE source_id = ? ORDER BY position').pluck().all(sourceId) as string[];
  const placeOf = new Map(turns.map((id, place) => [id, place]));
  const rows = statement<[string], { startTurn: string; start: number; endTurn: string; end: number }>(
    sqlite,
    `SELECT p.start_turn_id AS startTurn, p.start_utf16 AS start, p.end_turn_id AS endTurn, p.end_utf16 AS end
     FROM passage p WHERE p.source_id = ? AND p.lost_quote IS NULL AND EXISTS (SELECT 1 FROM coding c WHERE c.passage_id = p.id)`,
  ).all(sourceId);
  const byTurn = new Map<number, Extent[]>();
  for (const { startTurn, start, endTurn, end } of rows) {
    const [first, last] = [placeOf.get(startTurn) ?? 0, placeOf.get(endTurn) ?? -1];
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
