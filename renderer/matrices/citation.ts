// A verbatim as it goes into a synthesis: « quoted » (E12 §34), in the print rules of the project's language, without what was cut.
import { withoutCuts } from '../../shared/domain/cell.ts';
import type { QuoteCut } from '../../shared/domain/cell.ts';
import type { Language } from '../../shared/domain/project.ts';
import { quoted } from '../../shared/domain/typography.ts';

interface CitedQuote {
  readonly text: string;
  readonly ref: string;
  readonly cuts?: readonly QuoteCut[];
}

/** In one line, and never breaking between the source's code and the turn. */
export function citedQuote({ text, ref, cuts = [] }: CitedQuote, language: Language): string {
  const words = withoutCuts(text, cuts).replace(/\s*[\r\n]+\s*/gu, ' ');
  return `${quoted(words, language)} (${ref.replaceAll(' ', '\u00a0')})`;
}
