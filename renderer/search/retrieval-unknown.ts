// A search that names what is gone: what may have been meant instead, and the search without it.
import { folded } from '../../shared/domain/category.ts';
import { parseExpression } from '../../shared/domain/expression-parse.ts';
import { printExpression } from '../../shared/domain/expression.ts';
import type { Expression } from '../../shared/domain/expression.ts';

type Leaf = Extract<Expression, { kind: 'category' | 'condition' }>;

/** A leaf with what takes its place, null for nothing; the whole is null where nothing is left. */
function mapLeaves(expression: Expression, change: (leaf: Leaf) => Expression | null): Expression | null {
  switch (expression.kind) {
    case 'category':
    case 'condition':
      return change(expression);
    case 'not': {
      const of = mapLeaves(expression.of, change);
      return of && { kind: 'not', of };
    }
    case 'and':
    case 'or': {
      const parts = expression.parts.flatMap((part) => mapLeaves(part, change) ?? []);
      return parts.length > 1 ? { ...expression, parts } : (parts[0] ?? null);
    }
    case 'relation': {
      const [first, second] = [mapLeaves(expression.first, change), mapLeaves(expression.second, change)];
      return first && second ? { ...expression, first, second } : first;
    }
  }
}

/** The name in what could not be found, as the refusal prints it: one value of a condition, or an attribute. */
function valueOf(unknown: string): { readonly leaf: Leaf | null; readonly value: string } {
  const attribute = /^attribute "((?:[^"\\]|\\.)*)"$/su.exec(unknown);
  if (attribute) return { leaf: null, value: (attribute[1] ?? '').replace(/\\(.)/gsu, '$1') };
  const leaf = parseExpression(unknown) as Leaf;
  return { leaf, value: leaf.kind === 'category' ? leaf.path : (leaf.values[0] ?? '') };
}

/** With another value in its place; null takes it out. */
function changed(leaf: Leaf, unknown: string, instead: string | null): Expression | null {
  const { leaf: asked, value } = valueOf(unknown);
  if (asked === null) {
    if (leaf.kind !== 'condition' || leaf.name !== value) return leaf;
    return instead === null ? null : { ...leaf, name: instead };
  }
  if (leaf.kind === 'category') {
    if (asked.kind !== 'category' || leaf.path !== value) return leaf;
    return instead === null ? null : { ...leaf, path: instead };
  }
  if (asked.kind !== 'condition' || leaf.field !== asked.field || leaf.name !== asked.name) return leaf;
  const values = leaf.values.flatMap((each) => (each === value ? (instead ?? []) : each));
  if (values.length === 0) return null;
  const operator = values.length > 1 ? leaf.operator : leaf.operator === 'IN' ? '=' : leaf.operator === 'NOT IN' ? '!=' : leaf.operator;
  return { ...leaf, values, operator };
}

/** The expression without what could not be found, or with another name in its place; empty where nothing is left. */
export function withoutUnknown(expression: string, unknown: string, instead: string | null = null): string {
  const left = mapLeaves(parseExpression(expression), (leaf) => changed(leaf, unknown, instead));
  return left ? printExpression(left) : '';
}

/** What it is compared with when names are proposed: the field, and the attribute's name. */
export function fieldOfUnknown(unknown: string): { readonly field: string; readonly name: string | null; readonly value: string } {
  const { leaf, value } = valueOf(unknown);
  if (leaf === null) return { field: 'attributeName', name: null, value };
  return leaf.kind === 'category' ? { field: 'category', name: null, value } : { field: leaf.field, name: leaf.name, value };
}

const pairsOf = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** Share of the pairs of letters that two words have in common, 0 to 1 (Dice). */
function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  if (pairs.length + others.length === 0) return one === other ? 1 : 0;
  const left = [...others];
  const common = pairs.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (pairs.length + others.length);
}

const ALIKE = 0.4;
const MOST_PROPOSED = 3;
const lastLevel = (path: string): string => folded(path.split(/\s*>\s*/u).at(-1) ?? path);

/** Names that look like it, the most alike first; of paths the last level is compared. */
export function namesLike(value: string, names: readonly string[]): string[] {
  const asked = lastLevel(value);
  return [...new Set(names)]
    .map((name) => ({ name, like: likeness(asked, lastLevel(name)) }))
    .filter(({ like }) => like >= ALIKE)
    .sort((a, b) => b.like - a.like)
    .slice(0, MOST_PROPOSED)
    .map(({ name }) => name);
}
