// Two states of a source's turns, compared turn by turn and, where one differs, word by word.
import type { TurnId } from '../../shared/domain/ids.ts';
import type { ChangedTurn, DiffPiece, RevisionComparison } from '../../shared/domain/revision.ts';
import { countWords } from '../../shared/domain/source.ts';
import { textPieces } from './text-diff.ts';

/** A turn as it was at some time. */
export interface TurnVersion {
  readonly id: TurnId;
  readonly number: number | null;
  readonly speaker: string | null;
  /** The words spoken. */
  readonly words: string;
}

function wordsOf(pieces: readonly DiffPiece[], kind: DiffPiece['kind']): number {
  return pieces.reduce((sum, piece) => sum + (piece.kind === kind ? countWords(piece.text) : 0), 0);
}

const onePiece = (kind: DiffPiece['kind'], text: string): DiffPiece[] => (text === '' ? [] : [{ kind, text }]);

function gone({ speaker, words }: TurnVersion): ChangedTurn {
  return { turnId: null, number: null, speaker, pieces: onePiece('removed', words) };
}

function changed(earlier: TurnVersion | undefined, { id, number, speaker, words }: TurnVersion): ChangedTurn | null {
  if (earlier && earlier.words === words && earlier.speaker === speaker) return null;
  return { turnId: id, number, speaker, pieces: earlier ? textPieces(earlier.words, words) : onePiece('added', words) };
}

/** Turns are the same ones by their id; one that is gone stands where it stood, after the turn that was before it. */
export function compareTurns(before: readonly TurnVersion[], after: readonly TurnVersion[]): RevisionComparison {
  const earlier = new Map(before.map((turn) => [turn.id, turn]));
  const stays = new Set(after.map(({ id }) => id));
  /** What is gone, by the turn that it stood behind. */
  const behind = new Map<TurnId | null, TurnVersion[]>();
  let last: TurnId | null = null;
  for (const turn of before) {
    if (stays.has(turn.id)) last = turn.id;
    else behind.set(last, [...(behind.get(last) ?? []), turn]);
  }
  const goneBehind = (id: TurnId | null): ChangedTurn[] => (behind.get(id) ?? []).map(gone);
  let unchanged = 0;
  const turns = goneBehind(null);
  for (const turn of after) {
    const difference = changed(earlier.get(turn.id), turn);
    if (difference) turns.push(difference);
    else unchanged += 1;
    turns.push(...goneBehind(turn.id));
  }
  const pieces = turns.flatMap((turn) => turn.pieces);
  return { turns, unchanged, added: wordsOf(pieces, 'added'), removed: wordsOf(pieces, 'removed') };
}
