// The little writing that sentences of the help know: what stands on screen, keys, links.
import { isAction } from '../frame/actions.ts';
import type { ActionId } from '../frame/actions.ts';

export type Piece =
  | { readonly kind: 'words' | 'label'; readonly words: string }
  | { readonly kind: 'key'; readonly action: ActionId }
  | { readonly kind: 'link'; readonly words: string; readonly to: string };

const MARKS = /\*\*(?<label>[^*]+)\*\*|\{(?<action>[\w.]+)\}|\[(?<words>[^[\]]+)\]\((?<to>[^()\s]+)\)/gu;

/** A mark that means nothing stays as it is written: a test looks for it. */
export function piecesOf(sentence: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const words = (to: number) => {
    if (to > end) pieces.push({ kind: 'words', words: sentence.slice(end, to) });
  };
  for (const match of sentence.matchAll(MARKS)) {
    const { label, action, words: linked, to } = match.groups ?? {};
    const piece: Piece | null =
      label !== undefined
        ? { kind: 'label', words: label }
        : linked !== undefined && to !== undefined
          ? { kind: 'link', words: linked, to }
          : action !== undefined && isAction(action)
            ? { kind: 'key', action }
            : null;
    if (piece === null) continue;
    words(match.index);
    pieces.push(piece);
    end = match.index + match[0].length;
  }
  words(sentence.length);
  return pieces;
}

/** The sentence as it would be read aloud, for searching. */
export function plainWords(sentence: string): string {
  return piecesOf(sentence)
    .map((piece) => (piece.kind === 'key' ? '' : piece.words))
    .join('');
}
