// A text as searches compare it (without accents, ligatures, or the difference between apostrophes, hyphens and spaces), that knows
// where in the original each of its characters stands.
import type { Utf16 } from '../domain/text-offset.ts';

/** A stretch of a text, in UTF-16 units: `text.slice(start, end)`. */
export interface Extent {
  readonly start: Utf16;
  readonly end: Utf16;
}

export interface Folding {
  readonly keepsCapitals?: boolean;
  readonly keepsAccents?: boolean;
}

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE' };
const APOSTROPHE = /^[’‘ʼ]$/u;
const HYPHEN = /^[‐‑‒–]$/u;
const SPACE = /^[\u00a0\u202f\u2009\u2007]$/u;

/** One letter with all the marks on it; marks alone where there is no letter. */
const CLUSTER = /\P{Mn}\p{Mn}*|\p{Mn}+/uy;
/** No character below this one is a mark. */
const FIRST_MARK = 0x300;

function folded(cluster: string, { keepsCapitals = false, keepsAccents = false }: Folding): string {
  const letter = keepsAccents ? cluster.normalize('NFC') : cluster.normalize('NFD').replace(/\p{Mn}+/gu, '');
  if (APOSTROPHE.test(letter)) return "'";
  if (HYPHEN.test(letter)) return '-';
  if (SPACE.test(letter)) return ' ';
  const spelt = keepsAccents ? letter : (LIGATURES[letter] ?? letter);
  if (keepsCapitals) return spelt;
  const small = spelt.toLowerCase();
  return keepsAccents ? small : small.replace(/\p{Mn}+/gu, '');
}

const keyOf = ({ keepsCapitals = false, keepsAccents = false }: Folding): string => `${keepsCapitals} ${keepsAccents}`;

/** Letters below the first mark, folded once for all texts. */
const tables = new Map<string, readonly string[]>();

function tableFor(folding: Folding): readonly string[] {
  const key = keyOf(folding);
  let table = tables.get(key);
  if (!table) tables.set(key, (table = Array.from({ length: FIRST_MARK }, (_, code) => folded(String.fromCharCode(code), folding))));
  return table;
}

/** True where what begins at `at` is no mark for sure: text of most kinds, and the punctuation of print. */
function bearsNoMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code >= FIRST_MARK) || (code >= 0x2010 && code <= 0x2060);
}

/** Marks, and what may bear some, halves of letters beyond the first plane among them (read unit by unit: four times as fast); the letters of Western Europe and the signs of print aside, which stay one character each or are spelt with two. */
const MAY_BEAR_MARKS = /[\u0300-\u200f\u2061-\uffff]/;
/** What may change among them. */
const CHANGING = /[A-Z\u0080-\u02ff\u2010-\u2060]/g;
const CHANGING_BUT_CAPITALS = /[\u0080-\u02ff\u2010-\u2060]/g;

const spellings = new Map<string, Map<string, string>>();

function foldedWithoutMarks(original: string, folding: Folding): string {
  const key = keyOf(folding);
  let known = spellings.get(key);
  if (!known) spellings.set(key, (known = new Map()));
  const own = known;
  return original.replace(folding.keepsCapitals ? CHANGING_BUT_CAPITALS : CHANGING, (letter) => {
    let spelt = own.get(letter);
    if (spelt === undefined) own.set(letter, (spelt = folded(letter, folding)));
    return spelt;
  });
}

/** Of every unit of a folded text, where its letter begins and ends in the original. */
interface Places {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function foldedWithPlaces(original: string, folding: Folding): Places {
  const table = tableFor(folding);
  const pieces: string[] = [];
  const [starts, ends]: [number[], number[]] = [[], []];
  for (let at = 0; at < original.length; ) {
    const code = original.charCodeAt(at);
    let end = at + 1;
    let piece = code < FIRST_MARK && bearsNoMark(original, end) ? table[code] : undefined;
    if (piece === undefined) {
      CLUSTER.lastIndex = at;
      const cluster = CLUSTER.exec(original)?.[0] ?? original.charAt(at);
      end = at + cluster.length;
      piece = folded(cluster, folding);
    }
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text: pieces.join(''), starts, ends };
}

/** Counted as a letter, folded to a sign. */
const LETTER_APOSTROPHE = 'ʼ';

/** True where every unit of the text is a whole letter or sign and its words are those of the folded text: most texts, as keyboards write them. */
export function isPlain(text: string): boolean {
  return !MAY_BEAR_MARKS.test(text) && !text.includes(LETTER_APOSTROPHE);
}

export class FoldedText {
  readonly text: string;
  readonly #original: string;
  readonly #folding: Folding;
  /** Null as long as nobody asks for places, or where they are those of the original. */
  #places: Places | null = null;

  constructor(original: string, folding: Folding = {}) {
    this.#original = original;
    this.#folding = folding;
    if (MAY_BEAR_MARKS.test(original)) this.#places = foldedWithPlaces(original, folding);
    this.text = this.#places?.text ?? foldedWithoutMarks(original, folding);
  }

  /** The stretch of the original that `text.slice(start, end)` stands for: whole letters with their marks. Not for an empty stretch. */
  original(start: Utf16, end: Utf16): Extent {
    if (!this.#places && this.text.length === this.#original.length) return { start, end };
    this.#places ??= foldedWithPlaces(this.#original, this.#folding);
    return { start: this.#places.starts[start] ?? 0, end: this.#places.ends[end - 1] ?? 0 };
  }
}

/** A text without accents, capitals, ligatures and kinds of apostrophes, hyphens and spaces. */
export function foldedForFinding(text: string): string {
  return new FoldedText(text).text;
}
