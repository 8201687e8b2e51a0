// A source as a strip of turns coloured by case: its parts, who speaks when, and the stretches where one case alone speaks; no React here.
import type { CasePart, Participant } from '../../shared/domain/corpus.ts';
import type { CaseId, SpeakerId, TurnId } from '../../shared/domain/ids.ts';
import type { Speaker, Turn } from '../../shared/domain/source.ts';

/** Turn numbers, both ends included; the strip counts in them. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Band extends Stretch {
  /** Null for interviewers and people of no case. */
  readonly caseId: CaseId | null;
}

type NumberedTurn = Pick<Turn, 'id' | 'number' | 'speakerId'>;

/** The cases that speakers of the source belong to; interviewers belong to none. */
export function casesOfSpeakers(speakers: readonly Speaker[], participants: readonly Participant[]): ReadonlyMap<SpeakerId, CaseId> {
  const people = new Map(participants.map((one) => [one.id, one]));
  return new Map(
    speakers.flatMap(({ id, participantId }) => {
      const person = people.get(participantId);
      return person && !person.isInterviewer && person.caseId !== null ? [[id, person.caseId] as const] : [];
    }),
  );
}

/** Turns with words, neighbours of one case joined. */
export function speakerBands(turns: readonly NumberedTurn[], cases: ReadonlyMap<SpeakerId, CaseId>): Band[] {
  const bands: { from: number; to: number; caseId: CaseId | null }[] = [];
  for (const { number, speakerId } of turns) {
    if (number === null) continue;
    const caseId = (speakerId === null ? undefined : cases.get(speakerId)) ?? null;
    const last = bands.at(-1);
    if (last?.caseId === caseId) last.to = number;
    else bands.push({ from: number, to: number, caseId });
  }
  return bands;
}

/** The parts as bands; a part that begins or ends in a turn without words reaches to the nearest one with. */
export function partBands(parts: readonly CasePart[], turns: readonly Pick<Turn, 'number' | 'position'>[]): Band[] {
  return parts.flatMap(({ first, last, caseId }) => {
    const inside = turns.flatMap(({ position, number }) => (number !== null && first <= position && position <= last ? [number] : []));
    const [from, to] = [inside[0], inside.at(-1)];
    return from === undefined || to === undefined ? [] : [{ from, to, caseId }];
  });
}

/** In a conversation across cases every answer would be a stretch of its own: those would be no help. */
const SHORTEST_PROPOSED = 4;

/**
 * Stretches in which people of one case alone speak (whoever asks aside), from their first to their last turn, where several cases
 * speak in the source; those of a few turns and those that are parts already are left out.
 */
export function proposedParts(bands: readonly Band[], present: readonly Band[]): (Band & { readonly caseId: CaseId })[] {
  const named = bands.filter((band): band is Band & { caseId: CaseId } => band.caseId !== null);
  if (new Set(named.map(({ caseId }) => caseId)).size < 2) return [];
  const joined: { from: number; to: number; caseId: CaseId }[] = [];
  for (const band of named) {
    const last = joined.at(-1);
    if (last?.caseId === band.caseId) last.to = band.to;
    else joined.push({ ...band });
  }
  const isPart = ({ from, to, caseId }: Band) => present.some((part) => part.caseId === caseId && part.from <= from && to <= part.to);
  return joined.filter((band) => band.to - band.from + 1 >= SHORTEST_PROPOSED && !isPart(band));
}

/** The turns at both ends of a stretch that was typed or drawn, whichever way round; null where it has none. */
export function turnsAt(turns: readonly NumberedTurn[], { from, to }: Stretch): { readonly first: TurnId; readonly last: TurnId } | null {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const first = turns.find(({ number }) => number === low);
  const last = turns.find(({ number }) => number === high);
  return first && last ? { first: first.id, last: last.id } : null;
}

/** `§12`, `12`, `E12 §34` → the number; null for anything else. */
export function turnNumberIn(typed: string): number | null {
  const digits = /(?:^|§)\s*(\d{1,6})$/u.exec(typed.trim())?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

/** The turn under a point of the strip. */
export function numberAt(fraction: number, count: number): number {
  return Math.max(1, Math.min(count, Math.floor(fraction * count) + 1));
}

/** Where a stretch lies on a strip of `count` turns, in percent. */
export function extentOf({ from, to }: Stretch, count: number): { readonly left: number; readonly width: number } {
  const unit = count === 0 ? 0 : 100 / count;
  return { left: (from - 1) * unit, width: (to - from + 1) * unit };
}

/** The parts as bands without the text: by the numbers of their ends, where both have one. */
export function bandsByNumber(parts: readonly CasePart[]): Band[] {
  return parts.flatMap(({ firstNumber, lastNumber, caseId }) =>
    firstNumber === null || lastNumber === null ? [] : [{ from: firstNumber, to: lastNumber, caseId }],
  );
}
