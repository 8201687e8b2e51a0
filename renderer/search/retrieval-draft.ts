// A search while it is built or typed: the text is what counts, the builder another way to read and write it.
import { parseExpression } from '../../shared/domain/expression-parse.ts';
import { printExpression } from '../../shared/domain/expression.ts';
import { problemOf } from '../matrices/expression-field.tsx';
import { EMPTY_FILTER, expressionOfNode, filterOf } from '../matrices/filter-model.ts';
import type { FilterGroup, FilterNode } from '../matrices/filter-model.ts';

export interface Draft {
  /** As it was typed, or as the builder writes it. */
  readonly text: string;
  /** As the builder shows it; null while the text cannot be read. */
  readonly group: FilterGroup | null;
}

/** What is complete of it; null where nothing is. */
function completeOf(node: FilterNode): FilterNode | null {
  if (node.kind !== 'group') return expressionOfNode(node) && node;
  const nodes = node.nodes.flatMap((each) => completeOf(each) ?? []);
  return nodes.length > 0 ? { ...node, nodes } : null;
}

const isUntouched = ({ nodes: [first, ...others] }: FilterGroup): boolean =>
  others.length === 0 && first?.kind === 'row' && first.values.length === 0;

export function isComplete(group: FilterGroup): boolean {
  return isUntouched(group) || expressionOfNode(group) !== null;
}

/** Conditions that nothing was chosen for yet are shown and do not count. */
export function drafted(group: FilterGroup): Draft {
  const complete = completeOf(group);
  const expression = complete && expressionOfNode(complete);
  return { text: expression ? printExpression(expression) : '', group };
}

export function typed(text: string): Draft {
  if (text.trim() === '') return { text, group: EMPTY_FILTER };
  return { text, group: problemOf(text) === null ? filterOf(parseExpression(text)) : null };
}
