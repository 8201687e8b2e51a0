// How much of each source is coded: counted once, then only where something was written since.
import type { Project } from '../storage/open-project.ts';
import type { ChangeReader } from '../storage/source-changes.ts';

export interface SourceCounts {
  /** Those whose words stand. */
  readonly codings: number;
  /** Turns with words that at least one coding touches, those of interviewers left out. */
  readonly codedTurns: number;
  /** Turns with words whose speaker is an interviewer. */
  readonly interviewerTurns: number;
  /** Turns with words by speaker. */
  readonly speakerTurns: ReadonlyMap<string, number>;
}

const NONE: SourceCounts = { codings: 0, codedTurns: 0, interviewerTurns: 0, speakerTurns: new Map() };
const counted = new WeakMap<Project, Map<string, SourceCounts>>();
const readers = new WeakMap<Project, ChangeReader>();

/** Numbers by source; a source without any turn and coding has none. */
export function sourceCounts(project: Project): (sourceId: string) => SourceCounts {
  let reader = readers.get(project);
  if (!reader) readers.set(project, (reader = project.sourceChanges.reader()));
  const { everything, sources } = reader.take();
  const known = everything ? undefined : counted.get(project);
  const counts = known ?? new Map<string, SourceCounts>();
  if (known) {
    for (const sourceId of sources) known.delete(sourceId);
    if (sources.size > 0) countInto(known, project, [...sources]);
  } else countInto(counts, project, null);
  counted.set(project, counts);
  return (sourceId) => counts.get(sourceId) ?? NONE;
}

type TurnRow = [sourceId: string, id: string, number: number | null, speakerId: string | null];
type PassageRow = [sourceId: string, startTurnId: string, endTurnId: string, codings: number];

/** The turns of one source, as they are read: in their order. */
interface Counting {
  codings: number;
  interviewerTurns: number;
  readonly speakerTurns: Map<string, number>;
  readonly places: Map<string, number>;
  /** By place: a turn that counts when it is coded. */
  readonly counts: boolean[];
  readonly coded: Set<number>;
}

function countInto(counts: Map<string, SourceCounts>, project: Project, sourceIds: readonly string[] | null): void {
  const { sqlite } = project;
  const parameters = sourceIds === null ? [] : [JSON.stringify(sourceIds)];
  const interviewers = new Set(
    sqlite
      .prepare<[], string>('SELECT k.id FROM participant h JOIN speaker k ON k.participant_id = h.id WHERE h.is_interviewer = 1')
      .pluck()
      .all() as string[],
  );
  const sources = new Map<string, Counting>();
  const turns = sqlite
    .prepare<string[]>(`SELECT source_id, id, number, speaker_id FROM turn
       ${sourceIds === null ? '' : 'WHERE source_id IN (SELECT value FROM json_each(?))'} ORDER BY source_id, position`)
    .raw()
    .iterate(...parameters) as IterableIterator<TurnRow>;
  for (const [sourceId, id, number, speakerId] of turns) {
    let source = sources.get(sourceId);
    if (!source)
      sources.set(sourceId, (source = { codings: 0, interviewerTurns: 0, speakerTurns: new Map(), places: new Map(), counts: [], coded: new Set() }));
    const isInterviewers = speakerId !== null && interviewers.has(speakerId);
    if (number !== null && isInterviewers) source.interviewerTurns += 1;
    if (number !== null && speakerId !== null) source.speakerTurns.set(speakerId, (source.speakerTurns.get(speakerId) ?? 0) + 1);
    source.places.set(id, source.counts.length);
    source.counts.push(number !== null && !isInterviewers);
  }
  const passages = sqlite
    .prepare<string[]>(
      `SELECT p.source_id, p.start_turn_id, p.end_turn_id, (SELECT count(*) FROM coding c WHERE c.passage_id = p.id) FROM passage p
       WHERE p.lost_quote IS NULL ${sourceIds === null ? '' : 'AND p.source_id IN (SELECT value FROM json_each(?))'}`,
    )
    .raw()
    .iterate(...parameters) as IterableIterator<PassageRow>;
  for (const [sourceId, startTurnId, endTurnId, codings] of passages) {
    const source = sources.get(sourceId);
    // a passage may carry memos alone
    if (!source || codings === 0) continue;
    source.codings += codings;
    const last = source.places.get(endTurnId) ?? -1;
    for (let place = source.places.get(startTurnId) ?? 0; place <= last; place += 1) if (source.counts[place]) source.coded.add(place);
  }
  for (const [id, { codings, interviewerTurns, speakerTurns, coded }] of sources)
    counts.set(id, { codings, interviewerTurns, speakerTurns, codedTurns: coded.size });
}

/** The sums over the whole project. */
export function totalCounts(project: Project): Omit<SourceCounts, 'speakerTurns'> {
  sourceCounts(project);
  let { codings, codedTurns, interviewerTurns } = NONE;
  for (const source of counted.get(project)?.values() ?? []) {
    codings += source.codings;
    codedTurns += source.codedTurns;
    interviewerTurns += source.interviewerTurns;
  }
  return { codings, codedTurns, interviewerTurns };
}
