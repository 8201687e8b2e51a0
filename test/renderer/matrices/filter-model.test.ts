// What the filter's builder makes reads back as what it shows, and any expression can be shown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_FILTER, expressionOfNode, filterOf, operatorFor, withAdded } from '../../../renderer/matrices/filter-model.ts';
import type { FilterGroup } from '../../../renderer/matrices/filter-model.ts';
import { filterText } from '../../../renderer/matrices/filter-words.ts';
import { parseExpression } from '../../../shared/domain/expression-parse.ts';
import { RELATIONS, printExpression } from '../../../shared/domain/expression.ts';
import type { Expression } from '../../../shared/domain/expression.ts';
import { matrixFiltersText } from '../../../shared/i18n/matrix-filters.ts';

const word = fc.constantFrom('Pôle 1', 'Gouvernance', 'dit "oui"', 'a\\b', 'E05');
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small' },
    word.map((path): Expression => ({ kind: 'category', path })),
    fc
      .tuple(fc.constantFrom('case' as const, 'speaker' as const, 'coder' as const), fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([field, values, isNot]): Expression => ({ kind: 'condition', field, name: null, operator: operatorFor(values, isNot), values })),
    fc.constantFrom('2019', '2019-04').map((date): Expression => ({ kind: 'condition', field: 'date', name: null, operator: '>=', values: [date] })),
    word.map((name): Expression => ({ kind: 'condition', field: 'attribute', name, operator: '=', values: ['x'] })),
    tie('expression').map((of): Expression => ({ kind: 'not', of })),
    fc.tuple(fc.constantFrom(...RELATIONS), fc.nat(999), tie('expression'), tie('expression')).map(
      ([relation, within, first, second]): Expression => ({
        kind: 'relation',
        relation,
        withinUtf16: relation === 'near' ? within : 0,
        first,
        second,
      }),
    ),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('expression'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]): Expression => ({ kind, parts })),
  ),
}));

describe("the filter's builder", () => {
  it('shows any expression, and writes the same one again', () => {
    fc.assert(
      fc.property(expression, (one) => {
        const shown = filterOf(parseExpression(printExpression(one)));
        expect(parseExpression(printExpression(expressionOfNode(shown)!))).toEqual(parseExpression(printExpression(one)));
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('shows relations between passages, each side as a group of its own', () => {
    const shown = filterOf(parseExpression('case = "Pôle 1" AND ("A" OR "B") NEAR/200 (NOT "C")'));
    expect(shown.nodes[1]).toMatchObject({
      kind: 'relation',
      relation: 'near',
      withinUtf16: 200,
      first: { nodes: [{ field: 'category', operator: 'IN', values: ['A', 'B'] }] },
      second: { nodes: [{ field: 'category', operator: '!=', values: ['C'] }] },
    });
  });

  it('takes what is added in the place of a condition that nothing was chosen for', () => {
    const row = { kind: 'row', field: 'case', name: null, operator: '=', values: ['Pôle 1'] } as const;
    const once = withAdded(EMPTY_FILTER, row);
    expect(once.nodes).toEqual([row]);
    expect(withAdded(once, row).nodes).toEqual([row, row]);
  });

  it('makes nothing of what is not complete', () => {
    expect(expressionOfNode(EMPTY_FILTER)).toBeNull();
    const half: FilterGroup = {
      ...EMPTY_FILTER,
      nodes: [{ kind: 'row', field: 'case', name: null, operator: '=', values: ['Pôle 1'] }, EMPTY_FILTER.nodes[0]!],
    };
    expect(expressionOfNode(half)).toBeNull();
  });

  it('turns « none of these » into a negated list', () => {
    const none: FilterGroup = {
      kind: 'group',
      joins: 'or',
      isNot: true,
      nodes: [
        { kind: 'row', field: 'case', name: null, operator: '=', values: ['Pôle 1'] },
        { kind: 'row', field: 'category', name: null, operator: '=', values: ['Gouvernance'] },
      ],
    };
    expect(printExpression(expressionOfNode(none)!)).toBe('NOT (case = "Pôle 1" OR "Gouvernance")');
  });

  it('reads as part of a sentence; what cannot be read stands as it was written', () => {
    const text = (where: string) => filterText(where, matrixFiltersText.fr).replaceAll('\u00a0', ' ');
    expect(text('"innovation-sociale > Gouvernance" AND case IN ("Pôle 1", "Pôle 2")')).toBe('« Gouvernance » et cas est Pôle 1 ou Pôle 2');
    expect(text('NOT stance = "contrasts"')).toBe('sauf posture est « contredit »');
    expect(text('"A" AN "B"')).toBe('"A" AN "B"');
  });
});
