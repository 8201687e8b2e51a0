// What is typed into the search field, read: words in all their forms, "phrases", beginnings*, A NEAR/5 B, OR, NOT, =exactly.

/** `forms`: any word of the same stem. `plain`: this word, whatever its accents and capitals. `exact`: as written. */
export type WordReading = 'forms' | 'plain' | 'exact';

/** Words that follow one another: one word, an elided or hyphenated one, or a phrase. */
export interface WordsNode {
  readonly kind: 'words';
  readonly words: readonly string[];
  readonly reading: WordReading;
  /** The last word may go on. */
  readonly isBeginning: boolean;
}

export type QueryNode =
  | WordsNode
  | { readonly kind: 'and' | 'or'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode }
  /** At most so many words between the two, whichever comes first. */
  | { readonly kind: 'near'; readonly left: QueryNode; readonly right: QueryNode; readonly most: number };

export type ParsedQuery =
  | { readonly kind: 'query'; readonly node: QueryNode }
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** Nothing to look for, or only what is not to be there. */
  | { readonly kind: 'nothing' | 'onlyNot' };

export interface QueryOptions {
  /** The field's switch: every word as written. */
  readonly isExact?: boolean;
  /** The field's switch: the whole is a regular expression. */
  readonly isPattern?: boolean;
}

const NEAR_WORDS = 10;
const MOST_NEAR = 1000;

/** An operator, a bracket, a phrase in any quotation marks (an open one goes to the end), or a word. */
const PIECE = /(?<bracket>[()])|(?<sign>[=-]?)["“”«](?<phrase>[^"“”»]*)["“”»]?|(?<bar>\|)|(?<word>[^\s()"“”«»|]+)/gu;
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', ET: 'and', OR: 'or', OU: 'or', NOT: 'not', SAUF: 'not' };
const NEAR = /^(?:NEAR|PR[EÈ]S)(?:\/(\d{1,4}))?$/u;
const PATTERN = /^\/(.+)\/$/su;
const EVERYTHING_EXACT = /^=\s/u;

type Piece =
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' }
  | { readonly kind: 'near'; readonly most: number }
  | { readonly kind: 'node'; readonly node: WordsNode; readonly isLeftOut: boolean };

function nodeOf(written: string, reading: WordReading, isPhrase: boolean): WordsNode | null {
  const isBeginning = /\*\W*$/u.test(written);
  const words = [...written.normalize('NFC').matchAll(WORDS)].map(([word]) => word);
  if (words.length === 0) return null;
  return { kind: 'words', words, isBeginning, reading: reading === 'forms' && (isPhrase || isBeginning) ? 'plain' : reading };
}

function piecesOf(text: string, isExact: boolean): Piece[] {
  const pieces: Piece[] = [];
  const add = (written: string, sign: string, isPhrase: boolean): void => {
    const node = nodeOf(written, isExact || sign.includes('=') ? 'exact' : 'forms', isPhrase);
    if (node) pieces.push({ kind: 'node', node, isLeftOut: sign.startsWith('-') });
  };
  for (const { groups = {} } of text.matchAll(PIECE)) {
    const { bracket, phrase, sign = '', bar, word = '' } = groups;
    const near = NEAR.exec(word);
    const operator = Object.hasOwn(OPERATORS, word) ? OPERATORS[word] : undefined;
    if (bracket !== undefined) pieces.push({ kind: bracket === '(' ? 'open' : 'close' });
    else if (phrase !== undefined) add(phrase, sign, true);
    else if (bar !== undefined) pieces.push({ kind: 'or' });
    else if (near) pieces.push({ kind: 'near', most: Math.min(MOST_NEAR, Number(near[1] ?? NEAR_WORDS)) });
    else if (operator) pieces.push({ kind: operator });
    else add(word, /^[=-]*/u.exec(word)?.[0] ?? '', false);
  }
  return pieces;
}

function joined(kind: 'and' | 'or', parts: readonly QueryNode[]): QueryNode | null {
  return parts.length > 1 ? { kind, parts } : (parts[0] ?? null);
}

/** Reads pieces from the left; what has no second half is left out, for a query may be half typed. */
class Reading {
  readonly #pieces: readonly Piece[];
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  get isOver(): boolean {
    return this.#at >= this.#pieces.length;
  }

  /** Down to a closing bracket: all of these, or else all of those. */
  any(): QueryNode | null {
    const parts: QueryNode[] = [];
    for (;;) {
      const part = this.#all();
      if (part) parts.push(part);
      if (this.#pieces[this.#at]?.kind !== 'or') break;
      this.#at += 1;
    }
    return joined('or', parts);
  }

  skip(): void {
    this.#at += 1;
  }

  #all(): QueryNode | null {
    const parts: QueryNode[] = [];
    for (let piece = this.#pieces[this.#at]; piece && piece.kind !== 'or' && piece.kind !== 'close'; piece = this.#pieces[this.#at]) {
      if (piece.kind === 'and' || piece.kind === 'near') {
        this.#at += 1;
        continue;
      }
      const part = this.#near();
      if (part) parts.push(part);
    }
    return joined('and', parts);
  }

  #near(): QueryNode | null {
    let left = this.#one();
    for (let piece = this.#pieces[this.#at]; piece?.kind === 'near'; piece = this.#pieces[this.#at]) {
      this.#at += 1;
      const right = this.#one();
      if (left && right) left = { kind: 'near', left, right, most: piece.most };
      else left ??= right;
    }
    return left;
  }

  #one(): QueryNode | null {
    const piece = this.#pieces[this.#at];
    if (!piece || piece.kind === 'close' || piece.kind === 'or' || piece.kind === 'and' || piece.kind === 'near') return null;
    this.#at += 1;
    if (piece.kind === 'node') return piece.isLeftOut ? { kind: 'not', part: piece.node } : piece.node;
    if (piece.kind === 'not') {
      const part = this.#one();
      return part && { kind: 'not', part };
    }
    const inside = this.any();
    if (this.#pieces[this.#at]?.kind === 'close') this.#at += 1;
    return inside;
  }
}

/** Words that are to be there. */
export function wantedWords(node: QueryNode): WordsNode[] {
  switch (node.kind) {
    case 'words':
      return [node];
    case 'not':
      return [];
    case 'near':
      return [...wantedWords(node.left), ...wantedWords(node.right)];
    default:
      return node.parts.flatMap(wantedWords);
  }
}

/** True where some turn without any of its words would answer to it: such a query would find all the rest of the corpus. */
function holdsNowhere(node: QueryNode): boolean {
  switch (node.kind) {
    case 'words':
    case 'near':
      return false;
    case 'not':
      return true;
    case 'and':
      return node.parts.every(holdsNowhere);
    case 'or':
      return node.parts.some(holdsNowhere);
  }
}

export function parseQuery(text: string, { isExact = false, isPattern = false }: QueryOptions = {}): ParsedQuery {
  const typed = text.trim();
  const pattern = isPattern ? typed : PATTERN.exec(typed)?.[1];
  if (pattern !== undefined) return pattern === '' ? { kind: 'nothing' } : { kind: 'pattern', pattern };
  const reading = new Reading(piecesOf(typed.replace(EVERYTHING_EXACT, ''), isExact || EVERYTHING_EXACT.test(typed)));
  const parts: QueryNode[] = [];
  while (!reading.isOver) {
    const part = reading.any();
    if (part) parts.push(part);
    // a closing bracket that nothing opened
    reading.skip();
  }
  const node = joined('and', parts);
  if (!node) return { kind: 'nothing' };
  return holdsNowhere(node) ? { kind: 'onlyNot' } : { kind: 'query', node };
}
