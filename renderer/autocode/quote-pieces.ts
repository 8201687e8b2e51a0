// A quote in pieces: what was found, and what stands between.
import type { RuleHit } from '../../shared/domain/coding-rule.ts';

export interface QuotePiece {
  readonly text: string;
  readonly isFound: boolean;
}

/** Nothing stands out where all of it was found. */
export function quotePieces({ quote, marks }: Pick<RuleHit, 'quote' | 'marks'>): QuotePiece[] {
  const pieces: QuotePiece[] = [];
  let at = 0;
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at || (start === 0 && end === quote.length)) continue;
    pieces.push({ text: quote.slice(at, start), isFound: false }, { text: quote.slice(start, end), isFound: true });
    at = end;
  }
  pieces.push({ text: quote.slice(at), isFound: false });
  return pieces.filter(({ text }) => text !== '');
}
