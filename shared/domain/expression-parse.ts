// Reads an expression as people write it; what cannot be read is refused with the place where it goes wrong.
import { FIELDS, RELATIONS, RELATION_WORDS, STAR_VALUES } from './expression.ts';
import type { Expression, Field, Operator, Relation } from './expression.ts';
import { Refusal } from './failure.ts';

type TokenKind = 'string' | 'word' | 'value' | 'sign' | 'end';

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** 0-based, UTF-16 units. */
  readonly at: number;
}

const SPACE = /[\s\u00a0\u202f]*/y;
/** What word processors make of quotes is read as they are meant. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['string', /"((?:[^"\\]|\\.)*)"/suy],
  ['string', /“([^”]*)”/uy],
  ['string', /«[\s\u00a0\u202f]*([^»]*?)[\s\u00a0\u202f]*»/uy],
  ['value', /-?\d+(?:-\d+)*(?:\.\d+)?/uy],
  ['word', /\p{L}+/uy],
  ['sign', /[!<>]=|[=<>(),/≠≤≥]/uy],
];
const SAME_SIGN: Readonly<Record<string, string>> = { '≠': '!=', '≤': '<=', '≥': '>=' };

function refused(expression: string, at: number, expected: string): Refusal {
  return new Refusal('expression.invalid', { expression, at: at + 1, before: expression.slice(Math.max(0, at - 20), at), expected });
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const skip = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  for (;;) {
    at += skip(SPACE)?.[0].length ?? 0;
    if (at >= text.length) break;
    const found = PATTERNS.map(([kind, pattern]) => ({ kind, match: skip(pattern) })).find(({ match }) => match !== null);
    const match = found?.match;
    if (!found || !match) throw refused(text, at, text[at] === '"' ? '"…"' : '"…", (, NOT');
    const raw = match[1] ?? match[0];
    const said = found.kind === 'string' && match[0].startsWith('"') ? raw.replace(/\\(.)/gsu, '$1') : raw;
    tokens.push({ kind: found.kind, text: SAME_SIGN[said] ?? said, at });
    at += match[0].length;
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

/** Deeper than anybody writes; what goes on for ever must not end the program. */
const MOST_NESTED = 200;

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  whole(): Expression {
    const expression = this.#either();
    if (this.#token.kind !== 'end')
      throw this.#wrong(['AND', 'OR', ...Object.values(RELATION_WORDS).map((word) => (word === 'NEAR' ? 'NEAR/n' : word))].join(', '));
    return expression;
  }

  get #token(): Token {
    return this.#tokens[this.#next] as Token;
  }

  #wrong(expected: string): Refusal {
    return refused(this.#text, this.#token.at, expected);
  }

  #is(kind: TokenKind, text: string): boolean {
    const { kind: own, text: said } = this.#token;
    return own === kind && (kind === 'word' ? said.toUpperCase() === text : said === text);
  }

  #take(kind: TokenKind, text: string): boolean {
    const is = this.#is(kind, text);
    if (is) this.#next += 1;
    return is;
  }

  #need(kind: TokenKind, text: string): void {
    if (!this.#take(kind, text)) throw this.#wrong(text);
  }

  #list(kind: 'and' | 'or', part: () => Expression): Expression {
    const parts = [part()];
    while (this.#take('word', kind.toUpperCase())) parts.push(part());
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind, parts };
  }

  #either(): Expression {
    return this.#list('or', () => this.#list('and', () => this.#negated()));
  }

  #negated(): Expression {
    if (!this.#take('word', 'NOT')) return this.#related();
    return this.#nested(() => ({ kind: 'not', of: this.#negated() }));
  }

  #nested(inner: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > MOST_NESTED) throw this.#wrong(')');
    const expression = inner();
    this.#depth -= 1;
    return expression;
  }

  #related(): Expression {
    let first = this.#single();
    for (let relation = this.#relation(); relation; relation = this.#relation()) {
      let withinUtf16 = 0;
      if (relation === 'near') {
        this.#need('sign', '/');
        if (!/^\d{1,6}$/.test(this.#token.text)) throw this.#wrong('NEAR/200');
        withinUtf16 = Number(this.#token.text);
        this.#next += 1;
      }
      first = { kind: 'relation', relation, withinUtf16, first, second: this.#single() };
    }
    return first;
  }

  #relation(): Relation | undefined {
    const found = RELATIONS.find((relation) => this.#startsWith(RELATION_WORDS[relation].split(' ')));
    if (found) this.#next += RELATION_WORDS[found].split(' ').length;
    else if (this.#is('word', 'SAME')) throw refused(this.#text, (this.#tokens[this.#next + 1] ?? this.#token).at, 'TURN, QUESTION');
    return found;
  }

  #startsWith(words: readonly string[]): boolean {
    return words.every((word, at) => {
      const token = this.#tokens[this.#next + at];
      return token?.kind === 'word' && token.text.toUpperCase() === word;
    });
  }

  #single(): Expression {
    const { kind, text } = this.#token;
    if (this.#take('sign', '(')) {
      const inner = this.#nested(() => this.#either());
      this.#need('sign', ')');
      return inner;
    }
    if (kind === 'string') {
      this.#next += 1;
      return { kind: 'category', path: text };
    }
    const field = kind === 'word' ? FIELDS.find((candidate) => candidate === text.toLowerCase()) : undefined;
    if (!field) throw this.#wrong(`"…", (, NOT, ${FIELDS.join(', ')}`);
    this.#next += 1;
    return this.#condition(field);
  }

  #condition(field: Field): Expression {
    const name = field === 'attribute' ? this.#value(['string']) : null;
    const operator = this.#operator(field);
    const kinds: readonly TokenKind[] = ['string', field === 'star' ? 'word' : 'value'];
    if (operator !== 'IN' && operator !== 'NOT IN') return { kind: 'condition', field, name, operator, values: [this.#value(kinds)] };
    this.#need('sign', '(');
    const values = [this.#value(kinds)];
    while (this.#take('sign', ',')) values.push(this.#value(kinds));
    this.#need('sign', ')');
    return { kind: 'condition', field, name, operator, values };
  }

  #operator(field: Field): Operator {
    const sized = field === 'weight' || field === 'date' || field === 'attribute';
    const signs = sized ? (['=', '!=', '<=', '>=', '<', '>'] as const) : (['=', '!='] as const);
    const sign = signs.find((candidate) => this.#take('sign', candidate));
    if (sign) return sign;
    if (this.#take('word', 'IN')) return 'IN';
    if (this.#take('word', 'NOT')) {
      this.#need('word', 'IN');
      return 'NOT IN';
    }
    throw this.#wrong([...signs, 'IN', 'NOT IN'].join(' '));
  }

  #value(kinds: readonly TokenKind[]): string {
    const { kind, text } = this.#token;
    if (!kinds.includes(kind)) throw this.#wrong(kinds.includes('word') ? STAR_VALUES.join(', ') : '"…"');
    this.#next += 1;
    return text;
  }
}

/** Refuses (`expression.invalid`) with the place, counted from 1, and what was expected there. */
export function parseExpression(text: string): Expression {
  return new Parser(text).whole();
}
