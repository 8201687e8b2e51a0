// Two wordings of a passage as one line: what came, what went, and the words around, cut short where they are long.
import type { DiffPiece } from '../../shared/domain/revision.ts';
import { editBetween } from '../../shared/domain/turn-edit.ts';

/** Kept of unchanged words on each side of a change. */
const AROUND_UTF16 = 90;
const GAP = ' […] ';

function cutAtWord(text: string, at: number, towards: 'start' | 'end'): number {
  if (towards === 'end') {
    const space = text.lastIndexOf(' ', at);
    return space > 0 ? space : at;
  }
  const space = text.indexOf(' ', at);
  return space === -1 ? at : space + 1;
}

/** At the ends of the text only the side of the change is kept. */
export function shortened(pieces: readonly DiffPiece[]): DiffPiece[] {
  return pieces.map((piece, index) => {
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    const most = isFirst || isLast ? AROUND_UTF16 : 2 * AROUND_UTF16;
    if (piece.kind !== 'same' || piece.text.length <= most + GAP.length) return piece;
    const head = isFirst ? '' : piece.text.slice(0, cutAtWord(piece.text, AROUND_UTF16, 'end'));
    const tail = isLast ? '' : piece.text.slice(cutAtWord(piece.text, piece.text.length - AROUND_UTF16, 'start'));
    return { kind: 'same', text: `${head}${isFirst ? GAP.trimStart() : isLast ? GAP.trimEnd() : GAP}${tail}` };
  });
}

const LETTER = /[\p{L}\p{N}\p{M}'’-]/u;

/** The one stretch that differs, in whole words. */
export function piecesBetween(before: string, after: string): DiffPiece[] {
  const { at, removed } = editBetween(before, after);
  let start = at;
  while (start > 0 && LETTER.test(before[start - 1] ?? '') && (LETTER.test(before[start] ?? '') || LETTER.test(after[start] ?? ''))) start -= 1;
  let tail = before.length - at - removed;
  const joins = (text: string) => LETTER.test(text[text.length - tail] ?? '') && LETTER.test(text[text.length - tail - 1] ?? '');
  while (tail > 0 && (joins(before) || joins(after))) tail -= 1;
  const pieces: DiffPiece[] = [
    { kind: 'same', text: before.slice(0, start) },
    { kind: 'removed', text: before.slice(start, before.length - tail) },
    { kind: 'added', text: after.slice(start, after.length - tail) },
    { kind: 'same', text: before.slice(before.length - tail) },
  ];
  return pieces.filter(({ text }) => text !== '');
}
