// A text cut into its words, as a linguist would count them: elided words stand alone (l’ | été), pronouns after a verb too (donnez | le |
// moi), the -t- of « a-t-il » goes, and what is one word in spite of its signs stays one (aujourd’hui, c’est-à-dire, rendez-vous).
import type { Language } from '../domain/project.ts';
import type { Utf16 } from '../domain/text-offset.ts';
import { foldedForFinding } from './folded-text.ts';

export interface Token {
  /** The word in small letters with its accents, composed, with a straight apostrophe: how forms are counted. */
  readonly text: string;
  /** Without accents and ligatures too: how forms are compared. */
  readonly folded: string;
  /** Where it stands: `text.slice(start, end)` is the word as written. */
  readonly start: Utf16;
  readonly end: Utf16;
}

/** Letters and figures joined by apostrophes, hyphens and the points of inclusive writing; a number with its decimals. */
const CHUNK =
  /\p{N}+(?:[.,\u00a0\u202f]\p{N}+)*(?![\p{L}\p{M}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ′‐‑·‧•-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const SIGN = /['’ʼ′‐‑-]/u;
const APOSTROPHE = /['’ʼ′]/gu;
const HYPHEN = /[‐‑]/gu;
const PIECE = /[^'’ʼ′‐‑-]+/gu;

const ELIDED: ReadonlySet<string> = new Set('l d j t m s n c qu jusqu lorsqu puisqu quoiqu'.split(' '));
/** Pronouns that follow their verb. */
const ENCLITICS: ReadonlySet<string> = new Set('il ils elle elles on je tu nous vous le la les lui leur y en moi toi ce'.split(' '));
/** One word each, whatever the rules say; folded. Longest first. */
const KEPT: readonly string[] = [
  "qu'en-dira-t-on",
  "m'as-tu-vu",
  "c'est-a-dire",
  "aujourd'hui",
  "quelqu'une",
  "quelqu'un",
  "presqu'iles",
  "presqu'ile",
  "prud'hommes",
  "prud'homme",
  "prud'homale",
  "prud'homal",
  'rendez-vous',
  'chez-vous',
  'chez-nous',
  'chez-moi',
  'chez-toi',
  'chez-lui',
].toSorted((a, b) => b.length - a.length);

const MOST_PIECES = 5;

interface Piece {
  readonly form: string;
  readonly start: Utf16;
  readonly end: Utf16;
  /** Written right after it. */
  readonly sign: string;
}

const plain = (written: string): string => written.normalize('NFC').toLowerCase().replace(APOSTROPHE, "'").replace(HYPHEN, '-');

function piecesOf(chunk: string): Piece[] {
  return [...chunk.matchAll(PIECE)].map(({ 0: written, index }) => ({
    form: plain(written),
    start: index,
    end: index + written.length,
    sign: plain(chunk.charAt(index + written.length)),
  }));
}

const written = (pieces: readonly Piece[]): string => pieces.map(({ form, sign }, at) => (at === pieces.length - 1 ? form : form + sign)).join('');

/** How many pieces from `at` on make a word that is kept whole. */
function keptAt(pieces: readonly Piece[], at: number): number {
  for (let count = Math.min(pieces.length - at, MOST_PIECES); count > 1; count -= 1) {
    if (KEPT.includes(foldedForFinding(written(pieces.slice(at, at + count))))) return count;
  }
  return 0;
}

function tokenOf(pieces: readonly Piece[]): Token[] {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return [];
  const text = written(pieces);
  return [{ text, folded: foldedForFinding(text), start: first.start, end: last.end }];
}

/** « donnez-le-moi », « a-t-il »: the verb, then its pronouns; any other word with hyphens is one. */
function withEnclitics(pieces: readonly Piece[]): Token[] {
  let end = pieces.length;
  while (end > 1 && pieces[end - 2]?.sign === '-' && ENCLITICS.has(pieces[end - 1]?.form ?? '')) end -= 1;
  const pronouns = pieces.slice(end);
  if (pronouns.length > 0 && end > 1 && pieces[end - 1]?.form === 't') end -= 1;
  return [...tokenOf(pieces.slice(0, end)), ...pronouns.flatMap((pronoun) => tokenOf([pronoun]))];
}

function frenchTokens(chunk: string): Token[] {
  const pieces = piecesOf(chunk);
  const tokens: Token[] = [];
  let open: Piece[] = [];
  const close = (): void => {
    tokens.push(...withEnclitics(open));
    open = [];
  };
  for (let place = 0; place < pieces.length; ) {
    const piece = pieces[place];
    if (!piece) break;
    const kept = open.length === 0 ? keptAt(pieces, place) : 0;
    if (kept > 0) tokens.push(...tokenOf(pieces.slice(place, place + kept)));
    else if (piece.sign === "'" && ELIDED.has(piece.form)) {
      close();
      tokens.push(...tokenOf([piece]));
    } else open.push(piece);
    place += Math.max(kept, 1);
  }
  close();
  return tokens;
}

/** Words come back again and again: each way of writing them is cut once. */
const known: Readonly<Record<Language, Map<string, readonly Token[]>>> = { fr: new Map(), en: new Map() };
const MOST_KNOWN = 200_000;

/** The words of a chunk, their places counted from its beginning. */
function tokensOfChunk(chunk: string, language: Language): readonly Token[] {
  const own = known[language];
  let tokens = own.get(chunk);
  if (!tokens) {
    const isOne = language === 'en' || !SIGN.test(chunk);
    tokens = isOne ? tokenOf([{ form: plain(chunk), start: 0, end: chunk.length, sign: '' }]) : frenchTokens(chunk);
    if (own.size >= MOST_KNOWN) own.clear();
    own.set(chunk, tokens);
  }
  return tokens;
}

/** The words of a text in order. In English, words keep their apostrophes and hyphens (don’t, well-known). */
export function tokensOf(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  CHUNK.lastIndex = 0;
  for (let found = CHUNK.exec(text); found; found = CHUNK.exec(text)) {
    const at = found.index;
    for (const token of tokensOfChunk(found[0], language)) {
      tokens.push({ text: token.text, folded: token.folded, start: at + token.start, end: at + token.end });
    }
  }
  return tokens;
}
