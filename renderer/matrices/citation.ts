// A verbatim as it goes into a synthesis: « quoted » (E12 §34), in the print rules of the project's language.
import type { MatrixQuote } from '../../shared/domain/matrix.ts';
import type { Language } from '../../shared/domain/project.ts';
import { quoted } from '../../shared/domain/typography.ts';

/** Never breaks between the source's code and the turn. */
export function citedQuote(quote: Pick<MatrixQuote, 'text' | 'ref'>, language: Language): string {
  return `${quoted(quote.text, language)} (${quote.ref.replaceAll(' ', '\u00a0')})`;
}

/** The citation with the spaces that its neighbours at the caret call for. */
export function citationAt(before: string, after: string, citation: string): string {
  const gapBefore = before === '' || /\s$/u.test(before) ? '' : ' ';
  const gapAfter = after === '' || /^[\s.,;:!?)]/u.test(after) ? '' : ' ';
  return `${gapBefore}${citation}${gapAfter}`;
}
