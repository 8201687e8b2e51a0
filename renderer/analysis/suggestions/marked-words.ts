// A text in pieces: the words that decided about it, and what lies between.
import { foldedForFinding } from '../../../shared/words/folded-text.ts';
import { tokensOf } from '../../../shared/words/tokens.ts';

export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Each word of the reasons (pairs of words count one by one) is marked wherever it stands. */
export function piecesWith(text: string, reasons: readonly string[]): Piece[] {
  const wanted = new Set(reasons.flatMap((words) => words.split(' ')).map(foldedForFinding));
  const pieces: Piece[] = [];
  let done = 0;
  for (const { folded, start, end } of tokensOf(text, 'fr')) {
    if (!wanted.has(folded)) continue;
    if (start > done) pieces.push({ text: text.slice(done, start), isMarked: false });
    pieces.push({ text: text.slice(start, end), isMarked: true });
    done = end;
  }
  return done < text.length ? [...pieces, { text: text.slice(done), isMarked: false }] : pieces;
}
