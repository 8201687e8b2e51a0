// One coded passage of very many, and how they are found by their ids: what matrices hold in memory of a study.
import type { GuideQuestionId, ParticipantId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import type { CodedPassage, PassagePlace, PlacedCoding } from '../../shared/domain/matrix-axis.ts';

/** A coded passage with what its citation needs. */
export interface PlacedPassage extends CodedPassage {
  readonly turnNumber: number | null;
  readonly speaker: string | null;
}

/** Where passages stand that touch the same turns: one object for all of them. */
export type Place = PassagePlace & Pick<PlacedPassage, 'turnNumber' | 'speaker'>;

/** Before its first coding is read. */
const NO_CODINGS: readonly PlacedCoding[] = [];

/** One of very many: it holds what is its own and nothing else. */
export class SourcePassage implements PlacedPassage {
  readonly place: Place;
  readonly id: PassageId;
  readonly start: number;
  readonly end: number;
  isStarred: boolean;
  codings: readonly PlacedCoding[] = NO_CODINGS;
  /** Those of all that are one with it, itself among them. */
  all: PassageId[] | null = null;

  constructor(place: Place, id: PassageId, start: number, end: number, isStarred: boolean) {
    this.place = place;
    this.id = id;
    this.start = start;
    this.end = end;
    this.isStarred = isStarred;
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

/** Finds passages by their ids. Codings stand mostly in the order of their passages: looked up only where they do not. */
export class PassageFinder {
  readonly #passages: readonly SourcePassage[];
  #next = -1;
  #byId: Map<string, SourcePassage> | null = null;

  constructor(passages: readonly SourcePassage[]) {
    this.#passages = passages;
  }

  /** The passage whose id stands in `text` from `start` to `end`. */
  find(text: string, start: number, end: number): SourcePassage | undefined {
    for (const at of [this.#next + 1, this.#next]) {
      const passage = this.#passages[at];
      const id = passage?.id ?? '';
      if (id.length !== end - start || !text.startsWith(id, start)) continue;
      this.#next = at;
      return passage;
    }
    this.#byId ??= new Map(this.#passages.map((passage) => [passage.id, passage]));
    const passage = this.#byId.get(text.slice(start, end));
    // a passage without a coding lies between: go on from there
    if (passage && passage === this.#passages[this.#next + 2]) this.#next += 2;
    return passage;
  }
}

/** Passages with the same two ends are one; they follow each other. */
export function distinct(inOrder: readonly SourcePassage[]): SourcePassage[] {
  const passages: SourcePassage[] = [];
  let last: SourcePassage | undefined;
  for (const passage of inOrder) {
    if (last?.isOneWith(passage)) last.takeIn(passage);
    else passages.push((last = passage));
  }
  return passages;
}
