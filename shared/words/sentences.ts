// Where the sentences of a text begin and end: Unicode's own rule, put right where a full stop ends no sentence.
import type { Extent } from './folded-text.ts';

const segmenter = new Intl.Segmenter('fr', { granularity: 'sentence' });

/** After these the sentence goes on. Case counts where the word alone does not tell (« M. », « av. »). */
const ABBREVIATION =
  /(?:^|[\s(«“"'’-])(?:MM?|Mmes?|Mlles?|Mgr|Mes?|Drs?|Prs?|St|Ste|[Cc]f|p|pp|vol|chap|art|fig|tabl?|al|[Ee]x|[Ee]nv|[Tt]él|[Bb]oul|bd|av|etc|c\.-à-d|Mr|Mrs|Ms|Prof|vs|[ei]\.[eg]|approx|[A-ZÀ-Ý])\.\s*$/u;
/** Somebody hesitates: what follows small goes on. */
const HESITATION = /(?:…|\.\.\.)[\s»”"')\]]*$/u;
const GOES_ON_SMALL = /^[\s«“"'(–—-]*\p{Ll}/u;
/** « ? » and « ! » said in the middle of something. */
const ASIDE = /[?!][\s»”"')\]]*$/u;

const CLOSING = /^[»”)\]]+\s*/u;

function goesOn(before: string, after: string): boolean {
  if (ABBREVIATION.test(before)) return !/etc\.\s*$/u.test(before) || GOES_ON_SMALL.test(after);
  return (HESITATION.test(before) || ASIDE.test(before)) && GOES_ON_SMALL.test(after);
}

function trimmed(text: string, { start, end }: Extent): Extent {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

/** The sentences of `text.slice(from, to)` in order, without the spaces around them; a line end always ends one. */
export function sentencesIn(text: string, from = 0, to = text.length): Extent[] {
  const sentences: Extent[] = [];
  let start = from;
  let before = '';
  for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
    // « ? » is followed by a space before the marks that close, in French
    const closing = before === '' ? '' : (CLOSING.exec(segment)?.[0] ?? '');
    const at = from + index + closing.length;
    const rest = segment.slice(closing.length);
    before += closing;
    if (before !== '' && rest !== '' && (!goesOn(before, rest) || /[\r\n]\s*$/u.test(before))) {
      sentences.push({ start, end: at });
      start = at;
      before = '';
    }
    before += rest;
  }
  if (before !== '') sentences.push({ start, end: to });
  return sentences.map((sentence) => trimmed(text, sentence)).filter(({ start: first, end }) => end > first);
}
