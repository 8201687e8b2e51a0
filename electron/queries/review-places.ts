// Where comments are: what a place is called and says today, and where to look for one that a reviewer named.
import { reviewQuote } from '../../shared/domain/review.ts';
import type { ReviewTarget } from '../../shared/domain/review.ts';
import type { SentPlace } from '../../shared/domain/review-file.ts';
import type { PlaceFound } from '../../shared/domain/review-intake.ts';
import { SpokenTurns } from '../../shared/domain/review-words.ts';
import type { SpokenPlace } from '../../shared/domain/review-words.ts';
import type { SourceId, TurnId } from '../../shared/domain/ids.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Anchor } from '../../shared/domain/text-offset.ts';
import { rowById } from '../storage/open-project.ts';
import type { Project } from '../storage/open-project.ts';
import type { Row } from '../storage/schema.ts';
import { statement } from '../storage/statements.ts';
import { TargetNames } from './memo-targets.ts';
import { readTurns } from './sources.ts';

/** What a place is today. */
export interface StandingPlace {
  readonly label: string;
  readonly quote: string;
  readonly sourceId: SourceId | null;
  /** Of passages and codings. */
  readonly range: { readonly start: Anchor; readonly end: Anchor } | null;
  readonly categoryId: string | null;
}

/** Where a comment that came back belongs. */
export interface FoundPlace {
  readonly targetId: string;
  readonly passageId: string | null;
  /** Words of a source that no passage has yet: one is made. */
  readonly range: { readonly sourceId: SourceId; readonly start: Anchor; readonly end: Anchor } | null;
  readonly label: string;
  readonly how: PlaceFound;
}

const normal = (words: string): string => words.replace(/\s+/gu, ' ').trim();

export const saysTheSame = (one: string, other: string): boolean => normal(one) === normal(other);

function endsOf(row: Row<'passage'>): { start: Anchor; end: Anchor } {
  return {
    start: { turnId: row.startTurnId as TurnId, offsetUtf16: row.startUtf16 },
    end: { turnId: row.endTurnId as TurnId, offsetUtf16: row.endUtf16 },
  };
}

/** Where a passage lies in what is said; null for one whose words have gone. */
export function placeOfPassage(project: Project, spoken: SpokenTurns, passageId: string): SpokenPlace | null {
  const row = rowById(project, 'passage', passageId);
  if (!row || row.lostQuote !== null) return null;
  const { start, end } = endsOf(row);
  return spoken.place(start, end);
}

/** Reads places of one project; each source's words once. */
export class ReviewPlaces {
  readonly #project: Project;
  readonly #names: TargetNames;
  readonly #sources = new Map<string, SpokenTurns>();

  constructor(project: Project) {
    this.#project = project;
    this.#names = new TargetNames(project);
  }

  spoken(sourceId: string): SpokenTurns {
    const known = this.#sources.get(sourceId) ?? new SpokenTurns(readTurns(this.#project, sourceId));
    this.#sources.set(sourceId, known);
    return known;
  }

  /** Undefined for what is not in the project. `passageId`: of passages and codings. */
  standing(kind: ReviewTarget, id: string, passageId: string | null): StandingPlace | undefined {
    if (kind === 'passage' || kind === 'coding') return this.#passage(kind, id, passageId);
    const words = this.#names.words(kind === 'synthesis' ? 'cell' : kind, id);
    if (!words) return undefined;
    return {
      label: words.label,
      quote: reviewQuote(this.#wordsOf(kind, id)),
      sourceId: words.sourceId,
      range: null,
      categoryId: kind === 'category' ? id : null,
    };
  }

  /** Where the reviewer's place is in the project as it is now. */
  find(place: SentPlace): FoundPlace {
    if (place.kind === 'passage' || place.kind === 'coding') return this.#findPassage(place);
    const { id } = readProjectId(this.#project);
    const targetId = place.kind === 'project' ? id : place.id;
    const standing = this.standing(place.kind, targetId, null);
    const none = { targetId, passageId: null, range: null };
    if (!standing) return { ...none, label: place.label, how: 'gone' };
    return { ...none, label: standing.label, how: saysTheSame(standing.quote, place.quote) ? 'same' : 'changed' };
  }

  #wordsOf(kind: ReviewTarget, id: string): string {
    if (kind === 'category') return rowById(this.#project, 'category', id)?.definition ?? '';
    if (kind === 'memo') return rowById(this.#project, 'memo', id)?.text ?? '';
    if (kind !== 'synthesis') return '';
    const { sqlite } = this.#project;
    return statement<[string], { words: string }>(sqlite, 'SELECT synthesis AS words FROM cell WHERE key = ?').get(id)?.words ?? '';
  }

  #passage(kind: 'passage' | 'coding', id: string, passageId: string | null): StandingPlace | undefined {
    const coding = kind === 'coding' ? rowById(this.#project, 'coding', id) : undefined;
    const row = rowById(this.#project, 'passage', coding?.passageId ?? passageId ?? id);
    if (!row || (kind === 'coding' && !coding)) return undefined;
    const spoken = this.spoken(row.sourceId);
    const place = placeOfPassage(this.#project, spoken, row.id);
    const category = coding ? this.#names.words('category', coding.categoryId)?.label : undefined;
    const number = place ? (spoken.list[place.startTurn]?.number ?? null) : null;
    const ref = citationOf(rowById(this.#project, 'source', row.sourceId)?.name ?? '', number);
    return {
      label: category === undefined ? ref : `${ref} · ${category}`,
      quote: place ? reviewQuote(spoken.quote(place)) : '',
      sourceId: row.sourceId as SourceId,
      range: endsOf(row),
      categoryId: coding?.categoryId ?? null,
    };
  }

  #findPassage(place: SentPlace): FoundPlace {
    const { kind } = place as { kind: 'passage' | 'coding' };
    const passageId = place.passageId ?? (kind === 'passage' ? place.id : '');
    const standing = this.standing(kind, place.id, passageId) ?? this.standing('passage', passageId, passageId);
    if (standing) {
      const isCodingGone = kind === 'coding' && !rowById(this.#project, 'coding', place.id);
      const how = isCodingGone ? 'gone' : saysTheSame(standing.quote, place.quote) ? 'same' : 'changed';
      const known = rowById(this.#project, 'coding', place.id)?.passageId ?? passageId;
      return {
        targetId: kind === 'coding' ? place.id : known,
        passageId: known,
        range: null,
        label: isCodingGone ? place.label : standing.label,
        how,
      };
    }
    return this.#findWords(place);
  }

  /** The words themselves: at the place named, else where they stand once in the source. */
  #findWords(place: SentPlace): FoundPlace {
    const sourceId = place.sourceId as SourceId | undefined;
    const gone: FoundPlace = { targetId: sourceId ?? place.id, passageId: null, range: null, label: place.label, how: 'gone' };
    const source = sourceId === undefined ? undefined : rowById(this.#project, 'source', sourceId);
    if (sourceId === undefined || !source) return gone;
    const spoken = this.spoken(sourceId);
    const named = place.start && place.end ? spoken.place(place.start as Anchor, place.end as Anchor) : null;
    const isThere = named !== null && saysTheSame(spoken.quote(named), place.quote);
    const found = isThere ? named : onlyPlaceOf(spoken, place.quote);
    if (!found) return gone;
    const [first, last] = [spoken.list[found.startTurn], spoken.list[found.endTurn]];
    if (!first || !last) return gone;
    const start: Anchor = { turnId: first.id, offsetUtf16: first.shift + found.startOffset };
    const end: Anchor = { turnId: last.id, offsetUtf16: last.shift + found.endOffset };
    // what was one of the project's codings is not one any more
    const how = place.kind === 'coding' ? 'gone' : isThere ? 'same' : 'moved';
    return { targetId: place.id, passageId: null, range: { sourceId, start, end }, label: citationOf(source.name, first.number), how };
  }
}

function readProjectId(project: Project): { id: string } {
  return statement<[], { id: string }>(project.sqlite, 'SELECT id FROM project').get() ?? { id: '' };
}

/** Where these words, within one turn, stand; null where they do not, or more than once. */
function onlyPlaceOf(spoken: SpokenTurns, quote: string): ReturnType<SpokenTurns['place']> {
  if (quote === '') return null;
  let found: ReturnType<SpokenTurns['place']> = null;
  for (const [turn, { words }] of spoken.list.entries()) {
    const at = words.indexOf(quote);
    if (at < 0) continue;
    if (found || words.indexOf(quote, at + 1) >= 0) return null;
    found = { startTurn: turn, startOffset: at, endTurn: turn, endOffset: at + quote.length };
  }
  return found;
}
