// One coded passage of very many: what matrices hold in memory of a study.
import type { GuideQuestionId, ParticipantId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import type { PassagePlace, PlacedCoding, PlacedPassage } from '../../shared/domain/matrix-axis.ts';
import { wordEnd } from './ids-in-text.ts';
import type { WrittenId } from './ids-in-text.ts';

/** Where passages stand that touch the same turns: one object for all of them. */
export type Place = PassagePlace & Pick<PlacedPassage, 'turnNumber' | 'speaker'>;

/** Before its first coding is read. */
const NO_CODINGS: readonly PlacedCoding[] = [];

/** One of very many: it holds what is its own and nothing else, and its id where it stands, before somebody asks for it. */
export class SourcePassage implements PlacedPassage, WrittenId {
  readonly place: Place;
  readonly bytes: Buffer;
  readonly at: number;
  readonly start: number;
  readonly end: number;
  isStarred: boolean;
  codings: readonly PlacedCoding[] = NO_CODINGS;
  /** Those of all that are one with it, itself among them. */
  all: PassageId[] | null = null;

  constructor(place: Place, bytes: Buffer, at: number, start: number, end: number, isStarred: boolean) {
    this.place = place;
    this.bytes = bytes;
    this.at = at;
    this.start = start;
    this.end = end;
    this.isStarred = isStarred;
  }

  get id(): PassageId {
    return this.bytes.toString('utf8', this.at, wordEnd(this.bytes, this.at)) as PassageId;
  }

  get ids(): readonly PassageId[] {
    return this.all ?? [this.id];
  }

  get sourceId(): SourceId {
    return this.place.sourceId;
  }

  get firstTurn(): number {
    return this.place.firstTurn;
  }

  get lastTurn(): number {
    return this.place.lastTurn;
  }

  get participantIds(): readonly ParticipantId[] {
    return this.place.participantIds;
  }

  get labels(): readonly string[] {
    return this.place.labels;
  }

  get answers(): readonly GuideQuestionId[] {
    return this.place.answers;
  }

  get turnNumber(): number | null {
    return this.place.turnNumber;
  }

  get speaker(): string | null {
    return this.place.speaker;
  }

  isOneWith({ start, end, firstTurn, lastTurn }: SourcePassage): boolean {
    return this.start === start && this.end === end && this.firstTurn === firstTurn && this.lastTurn === lastTurn;
  }

  takeIn({ id, isStarred, codings }: SourcePassage): void {
    this.isStarred ||= isStarred;
    this.all = [...this.ids, id].sort();
    this.codings = [...this.codings, ...codings];
  }
}

/** Room for the places of a source's passages below their starts, in the numbers that JavaScript counts with. */
const MOST_OF_SOURCE = 2 ** 24;

/** By their place. Numbers are sorted in a fraction of the time that objects take; the few that start together are put right afterwards. */
export function inOrder(passages: readonly SourcePassage[]): SourcePassage[] {
  const keys = new Float64Array(passages.length);
  for (let index = 0; index < keys.length; index += 1) keys[index] = (passages[index] as SourcePassage).start * MOST_OF_SOURCE + index;
  const ordered: SourcePassage[] = [];
  for (const key of keys.sort()) ordered.push(passages[key % MOST_OF_SOURCE] as SourcePassage);
  for (let from = 0, to = 1; to <= ordered.length; to += 1) {
    if (ordered[to]?.start === ordered[from]?.start) continue;
    if (to - from > 1) {
      const together = ordered.slice(from, to).sort((a, b) => a.end - b.end || a.firstTurn - b.firstTurn || a.lastTurn - b.lastTurn);
      for (const [at, passage] of together.entries()) ordered[from + at] = passage;
    }
    from = to;
  }
  return ordered;
}

/** Passages with the same two ends are one; they follow each other. */
export function distinct(ordered: readonly SourcePassage[]): SourcePassage[] {
  const passages: SourcePassage[] = [];
  let last: SourcePassage | undefined;
  for (const passage of ordered) {
    if (last?.isOneWith(passage)) last.takeIn(passage);
    else passages.push((last = passage));
  }
  return passages;
}
