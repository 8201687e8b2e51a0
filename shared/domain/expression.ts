// Expressions that choose coded passages (CLI.md, "--where and retrieve expressions"): their shape, and how they are written out.

export const FIELDS = [
  'case',
  'group',
  'source',
  'kind',
  'participant',
  'speaker',
  'coder',
  'stance',
  'weight',
  'date',
  'star',
  'attribute',
] as const;
export type Field = (typeof FIELDS)[number];

export const OPERATORS = ['=', '!=', '<', '<=', '>', '>=', 'IN', 'NOT IN'] as const;
export type Operator = (typeof OPERATORS)[number];

/**
 * How one passage can stand to another of its source; both are half-open, so that passages that touch share nothing.
 * `near`: at most so many UTF-16 units of text between them, none where they overlap; `overlaps`: at least one unit in common; `within`: inside
 * the other, its own ends included; `precedes`: over before the other begins; `sameTurn`: a turn that both touch; `sameQuestion`: a question of
 * the guide that both answer.
 */
export const RELATION_WORDS = {
  near: 'NEAR',
  overlaps: 'OVERLAPS',
  within: 'WITHIN',
  precedes: 'PRECEDES',
  sameTurn: 'SAME TURN',
  sameQuestion: 'SAME QUESTION',
} as const;
export type Relation = keyof typeof RELATION_WORDS;
export const RELATIONS = Object.keys(RELATION_WORDS) as Relation[];

/** What `star` is compared with. */
export const STAR_VALUES = ['yes', 'no'] as const;

export type Expression =
  /** Carries the category, or one below it. */
  | { readonly kind: 'category'; readonly path: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  /** Holds for the first where some second one of the same source stands so to it. */
  | { readonly kind: 'relation'; readonly relation: Relation; readonly withinUtf16: number; readonly first: Expression; readonly second: Expression }
  /** `name` is the attribute's; null for the other fields. Several values only with IN and NOT IN. */
  | {
      readonly kind: 'condition';
      readonly field: Field;
      readonly name: string | null;
      readonly operator: Operator;
      readonly values: readonly string[];
    };

/** A name as expressions hold it. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

const BARE: Partial<Record<Field, RegExp>> = { weight: /^-?\d+(?:\.\d+)?$/, date: /^\d{4}(?:-\d\d(?:-\d\d)?)?$/, star: /^(?:yes|no)$/ };

function printCondition({ field, name, operator, values }: Expression & { kind: 'condition' }): string {
  const printed = values.map((value) => (BARE[field]?.test(value) ? value : quoted(value)));
  const list = operator === 'IN' || operator === 'NOT IN' ? `(${printed.join(', ')})` : (printed[0] ?? quoted(''));
  return `${field}${name === null ? '' : ` ${quoted(name)}`} ${operator} ${list}`;
}

/** What binds tighter stands higher. */
const BINDING: Readonly<Record<Expression['kind'], number>> = { or: 1, and: 2, not: 3, relation: 4, category: 5, condition: 5 };

/** The expression as people write it; read again, it is the same expression. */
export function printExpression(expression: Expression): string {
  const inside = (part: Expression, least: number): string => (BINDING[part.kind] < least ? `(${printExpression(part)})` : printExpression(part));
  switch (expression.kind) {
    case 'category':
      return quoted(expression.path);
    case 'condition':
      return printCondition(expression);
    case 'not':
      return `NOT ${inside(expression.of, BINDING.not)}`;
    case 'relation': {
      const word = `${RELATION_WORDS[expression.relation]}${expression.relation === 'near' ? `/${expression.withinUtf16}` : ''}`;
      return `${inside(expression.first, BINDING.relation)} ${word} ${inside(expression.second, BINDING.relation + 1)}`;
    }
    case 'and':
    case 'or':
      return expression.parts.map((part) => inside(part, BINDING[expression.kind] + 1)).join(` ${expression.kind.toUpperCase()} `);
  }
}
