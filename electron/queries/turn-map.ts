// Where every indexed turn stands, so that what the word index finds is counted by source, person and case without reading a turn.
import type { ParticipantId, SourceId } from '../../shared/domain/ids.ts';
import type { Project } from '../storage/open-project.ts';
import type { ChangeReader } from '../storage/source-changes.ts';
import { statement } from '../storage/statements.ts';

interface SourceTurns {
  /** The index's numbers of a source's turns, in order. */
  readonly numbers: Int32Array;
  /** Places in `people`. */
  readonly people: Int32Array;
}

/** Turns are known by their rank: the place in the corpus, sources in order. */
export interface TurnMap {
  readonly sources: readonly { readonly id: SourceId; readonly name: string }[];
  /** By source: the rank of its first turn; one more at the end. */
  readonly firstRanks: Int32Array;
  /** By the index's number; -1 where there is none. */
  readonly rankOf: Int32Array;
  /** By rank: the index's number. */
  readonly numberAt: Int32Array;
  /** By rank: a place in `participants`, -1 where nobody speaks. */
  readonly personAt: Int32Array;
  readonly participants: readonly { readonly id: ParticipantId; readonly isInterviewer: boolean }[];
}

interface KeptMap {
  readonly changes: ChangeReader;
  readonly bySource: Map<string, SourceTurns>;
  readonly personOf: Map<string, number>;
  map: TurnMap | null;
}

const kept = new WeakMap<Project, KeptMap>();
const LOOKED_AT: ReadonlySet<string> = new Set(['source', 'turn', 'speaker', 'participant']);
const NOBODY = -1;

function readSource(project: Project, sourceId: string, { personOf }: KeptMap): SourceTurns {
  const rows = statement<[string], { number: number; person: string | null }>(
    project.sqlite,
    `SELECT i.number, k.participant_id AS person FROM turn t JOIN indexed_turn i ON i.turn_id = t.id LEFT JOIN speaker k ON k.id = t.speaker_id
     WHERE t.source_id = ? ORDER BY t.position`,
  ).all(sourceId);
  return {
    numbers: Int32Array.from(rows, ({ number }) => number),
    people: Int32Array.from(rows, ({ person }) => (person === null ? NOBODY : (personOf.get(person) ?? NOBODY))),
  };
}

function assembled(project: Project, { bySource }: KeptMap, participants: TurnMap['participants']): TurnMap {
  const sources = statement<[], TurnMap['sources'][number]>(project.sqlite, 'SELECT id, name FROM source ORDER BY position, name').all();
  const turns = sources.map(({ id }) => bySource.get(id));
  const firstRanks = new Int32Array(sources.length + 1);
  for (const [at, own] of turns.entries()) firstRanks[at + 1] = (firstRanks[at] ?? 0) + (own?.numbers.length ?? 0);
  const count = firstRanks[sources.length] ?? 0;
  const [numberAt, personAt] = [new Int32Array(count), new Int32Array(count)];
  for (const [at, own] of turns.entries()) {
    numberAt.set(own?.numbers ?? [], firstRanks[at]);
    personAt.set(own?.people ?? [], firstRanks[at]);
  }
  const rankOf = new Int32Array(numberAt.reduce((most, number) => Math.max(most, number), 0) + 1).fill(NOBODY);
  for (let rank = 0; rank < count; rank += 1) rankOf[numberAt[rank] ?? 0] = rank;
  return { sources, firstRanks, rankOf, numberAt, personAt, participants };
}

/** Read once and kept while the project is open; only sources written to are read again. `breathe` is called between sources. */
export async function readTurnMap(project: Project, breathe: () => Promise<void>): Promise<TurnMap> {
  let own = kept.get(project);
  if (!own) kept.set(project, (own = { changes: project.sourceChanges.reader(), bySource: new Map(), personOf: new Map(), map: null }));
  for (;;) {
    const { everything, sources, tables } = own.changes.take();
    const isTouched = everything || [...tables].some((table) => LOOKED_AT.has(table));
    if (own.map && !isTouched) return own.map;
    own.map = null;
    if (everything || tables.has('participant') || tables.has('speaker')) own.bySource.clear();
    for (const id of sources) own.bySource.delete(id);
    const participants = statement<[], { id: ParticipantId; isInterviewer: 0 | 1 }>(
      project.sqlite,
      'SELECT id, is_interviewer AS isInterviewer FROM participant ORDER BY rowid',
    )
      .all()
      .map(({ id, isInterviewer }) => ({ id, isInterviewer: isInterviewer === 1 }));
    own.personOf.clear();
    for (const [at, { id }] of participants.entries()) own.personOf.set(id, at);
    for (const { id } of statement<[], { id: string }>(project.sqlite, 'SELECT id FROM source').all()) {
      if (own.bySource.has(id)) continue;
      own.bySource.set(id, readSource(project, id, own));
      await breathe();
    }
    own.map = assembled(project, own, participants);
  }
}

/** Which source a rank belongs to. */
export function sourceAt({ firstRanks }: TurnMap, rank: number): number {
  let [low, high] = [0, firstRanks.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((firstRanks[middle] ?? 0) <= rank) low = middle;
    else high = middle;
  }
  return low;
}
