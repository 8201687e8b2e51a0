// A filter as its builder shows it: conditions in groups. Everything but relations between passages can be shown so, and reads back the same.
import type { Expression, Field, Operator } from '../../shared/domain/expression.ts';

export const ROW_FIELDS = [
  'category',
  'case',
  'attribute',
  'speaker',
  'participant',
  'coder',
  'date',
  'weight',
  'stance',
  'star',
  'group',
  'source',
  'kind',
] as const;
export type RowField = 'category' | Field;

export interface FilterRow {
  readonly kind: 'row';
  readonly field: RowField;
  /** The attribute's; null for the other fields. */
  readonly name: string | null;
  readonly operator: Operator;
  readonly values: readonly string[];
}

export interface FilterGroup {
  readonly kind: 'group';
  readonly joins: 'and' | 'or';
  readonly isNot: boolean;
  readonly nodes: readonly FilterNode[];
}

export type FilterNode = FilterRow | FilterGroup;

export const EMPTY_ROW: FilterRow = { kind: 'row', field: 'category', name: null, operator: '=', values: [] };
export const EMPTY_FILTER: FilterGroup = { kind: 'group', joins: 'and', isNot: false, nodes: [EMPTY_ROW] };

export function isNegative(operator: Operator): boolean {
  return operator === '!=' || operator === 'NOT IN';
}

/** One value is compared, several are listed. */
export function operatorFor(values: readonly string[], isNot: boolean): Operator {
  if (values.length > 1) return isNot ? 'NOT IN' : 'IN';
  return isNot ? '!=' : '=';
}

function categories(paths: readonly string[]): Expression | null {
  const parts = paths.map((path): Expression => ({ kind: 'category', path }));
  const [only] = parts;
  if (!only) return null;
  return parts.length === 1 ? only : { kind: 'or', parts };
}

function rowExpression({ field, name, operator, values }: FilterRow): Expression | null {
  if (values.length === 0 || values.some((value) => value.trim() === '')) return null;
  if (field !== 'category') return field === 'attribute' && !name ? null : { kind: 'condition', field, name, operator, values };
  const carried = categories(values);
  return carried && isNegative(operator) ? { kind: 'not', of: carried } : carried;
}

/** Null while some condition is not complete. */
export function expressionOfNode(node: FilterNode): Expression | null {
  if (node.kind === 'row') return rowExpression(node);
  const parts = node.nodes.map(expressionOfNode).filter((part) => part !== null);
  const [only] = parts;
  if (!only || parts.length < node.nodes.length) return null;
  const joined: Expression = parts.length === 1 ? only : { kind: node.joins, parts };
  return node.isNot ? { kind: 'not', of: joined } : joined;
}

/** The paths of an « or » of categories and of nothing else; null for another expression. */
function pathsOf(expression: Expression): string[] | null {
  if (expression.kind === 'category') return [expression.path];
  if (expression.kind !== 'or') return null;
  const paths = expression.parts.map((part) => (part.kind === 'category' ? part.path : null));
  return paths.every((path) => path !== null) ? paths : null;
}

/** Null where it says more than conditions and groups can. */
function nodeOf(expression: Expression): FilterNode | null {
  const paths = pathsOf(expression);
  if (paths) return { kind: 'row', field: 'category', name: null, operator: operatorFor(paths, false), values: paths };
  switch (expression.kind) {
    case 'condition':
      return { kind: 'row', field: expression.field, name: expression.name, operator: expression.operator, values: expression.values };
    case 'not': {
      const denied = pathsOf(expression.of);
      if (denied) return { kind: 'row', field: 'category', name: null, operator: operatorFor(denied, true), values: denied };
      const inner = nodeOf(expression.of);
      if (!inner) return null;
      return inner.kind === 'group' && !inner.isNot && inner.nodes.length > 1
        ? { ...inner, isNot: true }
        : { kind: 'group', joins: 'and', isNot: true, nodes: [inner] };
    }
    case 'and':
    case 'or': {
      const nodes = expression.parts.map(nodeOf);
      return nodes.every((node) => node !== null) ? { kind: 'group', joins: expression.kind, isNot: false, nodes } : null;
    }
    default:
      return null;
  }
}

/** The builder's outermost group; null where only the text can show the expression. */
export function filterOf(expression: Expression): FilterGroup | null {
  const node = nodeOf(expression);
  if (!node || node.kind === 'group') return node;
  return { kind: 'group', joins: 'and', isNot: false, nodes: [node] };
}

export function withNode(group: FilterGroup, at: number, node: FilterNode): FilterGroup {
  return { ...group, nodes: group.nodes.map((each, index) => (index === at ? node : each)) };
}

/** A group keeps something to fill in. */
export function withoutNode(group: FilterGroup, at: number): FilterGroup {
  const nodes = group.nodes.filter((_, index) => index !== at);
  return { ...group, nodes: nodes.length > 0 ? nodes : [EMPTY_ROW] };
}
