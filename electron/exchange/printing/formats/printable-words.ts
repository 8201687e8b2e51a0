// Words that every file can hold, and where they were said.
import type { MatrixQuote } from '../../../../shared/domain/matrix.ts';

/** Without the characters that XML 1.0 forbids: Word and Excel refuse a file that holds one. */
export function printable(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\r\t]|[\ufffe\uffff]/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .toWellFormed();
}

/** `(E12, Directrice, §34)`: the citation's code, who speaks, the turn. */
export function referenceOf(quote: Pick<MatrixQuote, 'ref' | 'speaker'>): string {
  const [, code, turn] = /^(.*?)(?: (§\d+))?$/su.exec(quote.ref) ?? [];
  return `(${[code, quote.speaker, turn].filter(Boolean).join(', ')})`;
}
