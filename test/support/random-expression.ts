// Expressions that no one would think of, first by numbers, then in the names of a study.
import fc from 'fast-check';
import { RELATIONS, STAR_VALUES } from '../../shared/domain/expression.ts';
import type { Expression, Field, Relation } from '../../shared/domain/expression.ts';
import type { StudyFrame } from '../../shared/domain/matrix-axis.ts';
import { SOURCE_KINDS, STANCES } from '../../shared/domain/source.ts';

interface DrawnLeaf {
  readonly leaf: number;
  readonly which: number;
  readonly operator: number;
}
/** An expression by numbers: names are given once the study is there. */
export type DrawnExpression =
  | DrawnLeaf
  | { readonly join: 'and' | 'or' | 'not' | Relation; readonly within: number; readonly parts: readonly DrawnExpression[] };

const { drawnExpression } = fc.letrec<{ drawnExpression: DrawnExpression }>((tie) => ({
  drawnExpression: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    fc.record({ leaf: fc.nat(14), which: fc.nat(11), operator: fc.nat(7) }),
    fc.record({
      join: fc.constantFrom<('and' | 'or' | 'not' | Relation)[]>('and', 'and', 'or', 'not', ...RELATIONS),
      within: fc.nat(5),
      parts: fc.array(tie('drawnExpression'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

/** Any of the expression's forms, in the names of this study. */
export function expressionOf(drawn: DrawnExpression, frame: Omit<StudyFrame, 'researchQuestions'>): Expression {
  if ('join' in drawn) {
    const [first, second, ...others] = drawn.parts.map((part) => expressionOf(part, frame));
    if (!first || !second) throw new Error('too few parts');
    if (drawn.join === 'not') return { kind: 'not', of: first };
    if (drawn.join === 'and' || drawn.join === 'or') return { kind: drawn.join, parts: [first, second, ...others] };
    return { kind: 'relation', relation: drawn.join, withinUtf16: drawn.join === 'near' ? drawn.within : 0, first, second };
  }
  return conditionOf(drawn, frame);
}

function conditionOf({ leaf, which, operator }: DrawnLeaf, frame: Omit<StudyFrame, 'researchQuestions'>): Expression {
  const one = (names: readonly string[]): string => names[which % names.length] ?? '';
  const namesOf = (things: readonly { readonly name: string }[]): string[] => things.map(({ name }) => name);
  const condition = (field: Field, names: readonly string[], name: string | null = null): Expression => {
    if (names.length === 0) return conditionOf({ leaf: 0, which, operator }, frame);
    const named = (['=', '!=', 'IN', 'NOT IN'] as const)[operator % 4] ?? '=';
    return { kind: 'condition', field, name, operator: named, values: named.endsWith('IN') ? [one(names), names[0] ?? ''] : [one(names)] };
  };
  const sized = (['=', '!=', '<', '<=', '>', '>='] as const)[operator % 6] ?? '=';
  const fields: readonly (() => Expression)[] = [
    () => condition('case', namesOf(frame.cases)),
    () => condition('group', namesOf(frame.groups)),
    () => condition('source', namesOf(frame.sources)),
    () => condition('kind', SOURCE_KINDS),
    () => condition('participant', namesOf(frame.participants)),
    () => condition('speaker', [...frame.speakers.map(({ label }) => label), ...namesOf(frame.participants)]),
    () => condition('coder', namesOf(frame.coders)),
    () => condition('stance', STANCES),
    () => condition('star', STAR_VALUES),
    () => ({ kind: 'condition', field: 'weight', name: null, operator: sized, values: [String((which % 5) - 2)] }),
    () => ({ kind: 'condition', field: 'date', name: null, operator: sized, values: [`2019-0${1 + (which % 9)}-11`] }),
    () => {
      const [given] = frame.values.filter(({ attributeId }) => attributeId === `a${which % 3}`);
      const name = frame.attributes[which % 3]?.name ?? '';
      return given ? condition('attribute', [given.value], name) : condition('case', namesOf(frame.cases));
    },
  ];
  const categories = frame.codebook.flatMap((grid) => grid.categories);
  return fields[leaf]?.() ?? { kind: 'category', path: one(namesOf(categories)) };
}

export const randomExpression = drawnExpression;
