// An expression as its builder shows it: conditions and relations between passages, in groups. Whatever is shown reads back the same.
import type { Expression, Field, Operator, Relation } from '../../shared/domain/expression.ts';

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

/** Passages of the first group that stand so to some passage of the second. */
export interface FilterRelation {
  readonly kind: 'relation';
  readonly relation: Relation;
  /** For « near » alone. */
  readonly withinUtf16: number;
  readonly first: FilterGroup;
  readonly second: FilterGroup;
}

export type FilterNode = FilterRow | FilterGroup | FilterRelation;

export const EMPTY_ROW: FilterRow = { kind: 'row', field: 'category', name: null, operator: '=', values: [] };
export const EMPTY_FILTER: FilterGroup = { kind: 'group', joins: 'and', isNot: false, nodes: [EMPTY_ROW] };
/** Some sentences of an interview. */
export const USUAL_NEAR_UTF16 = 200;
export const EMPTY_RELATION: FilterRelation = {
  kind: 'relation',
  relation: 'near',
  withinUtf16: USUAL_NEAR_UTF16,
  first: EMPTY_FILTER,
  second: EMPTY_FILTER,
};

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
  if (node.kind === 'relation') {
    const [first, second] = [expressionOfNode(node.first), expressionOfNode(node.second)];
    const { relation } = node;
    return first && second && { kind: 'relation', relation, withinUtf16: relation === 'near' ? node.withinUtf16 : 0, first, second };
  }
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

function nodeOf(expression: Expression): FilterNode {
  const paths = pathsOf(expression);
  if (paths) return rowOfPaths(paths);
  switch (expression.kind) {
    case 'condition':
      return { kind: 'row', field: expression.field, name: expression.name, operator: expression.operator, values: expression.values };
    case 'not': {
      const denied = pathsOf(expression.of);
      if (denied) return rowOfPaths(denied, true);
      const inner = nodeOf(expression.of);
      return inner.kind === 'group' && !inner.isNot && inner.nodes.length > 1
        ? { ...inner, isNot: true }
        : { kind: 'group', joins: 'and', isNot: true, nodes: [inner] };
    }
    case 'and':
    case 'or':
      return { kind: 'group', joins: expression.kind, isNot: false, nodes: expression.parts.map(nodeOf) };
    case 'relation': {
      const { relation, withinUtf16, first, second } = expression;
      const near = relation === 'near' ? withinUtf16 : USUAL_NEAR_UTF16;
      return { kind: 'relation', relation, withinUtf16: near, first: filterOf(first), second: filterOf(second) };
    }
    case 'category':
      return rowOfPaths([expression.path]);
  }
}

function rowOfPaths(values: readonly string[], isNot = false): FilterRow {
  return { kind: 'row', field: 'category', name: null, operator: operatorFor(values, isNot), values };
}

/** The builder's outermost group. */
export function filterOf(expression: Expression): FilterGroup {
  const node = nodeOf(expression);
  return node.kind === 'group' ? node : { kind: 'group', joins: 'and', isNot: false, nodes: [node] };
}

/** With one more thing in it, in the place of a condition that nothing was chosen for yet. */
export function withAdded(group: FilterGroup, node: FilterNode): FilterGroup {
  const at = group.nodes.findIndex((each) => each.kind === 'row' && each.values.length === 0);
  return at < 0 ? { ...group, nodes: [...group.nodes, node] } : withNode(group, at, node);
}

export function withNode(group: FilterGroup, at: number, node: FilterNode): FilterGroup {
  return { ...group, nodes: group.nodes.map((each, index) => (index === at ? node : each)) };
}

/** A group keeps something to fill in. */
export function withoutNode(group: FilterGroup, at: number): FilterGroup {
  const nodes = group.nodes.filter((_, index) => index !== at);
  return { ...group, nodes: nodes.length > 0 ? nodes : [EMPTY_ROW] };
}
