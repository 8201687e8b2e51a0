// Expressions as people write them: read, written out again the same, refused where they go wrong. What they keep is compared with a count
// by hand in matrix-kept.test.ts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../../shared/domain/expression-parse.ts';
import { compileFilter } from '../../../shared/domain/expression-filter.ts';
import { printExpression } from '../../../shared/domain/expression.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import { expressionOf, randomExpression } from '../../support/random-expression.ts';
import { randomStudy } from '../../support/random-study.ts';

const printed = (text: string): string => printExpression(parseExpression(text));

function refusal(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('an expression', () => {
  it('written out is read as the same expression, whatever it holds', () => {
    fc.assert(
      fc.property(randomStudy, randomExpression, ({ frame }, drawn) => {
        const expression = expressionOf(drawn, frame);
        expect(parseExpression(printExpression(expression))).toEqual(expression);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it.each([
    ['"Gouvernance" AND NOT "Influence d\'acteurs"', '"Gouvernance" AND NOT "Influence d\'acteurs"'],
    ['"A" near/200 "B"', '"A" NEAR/200 "B"'],
    ['( "A" OR "B" ) and "C"', '("A" OR "B") AND "C"'],
    ['"A" OR "B" AND "C"', '"A" OR "B" AND "C"'],
    ['attribute "Catégorie" IN ("gouvernance","entrepreneurs")', 'attribute "Catégorie" IN ("gouvernance", "entrepreneurs")'],
    ['speaker != "Enquêteur"', 'speaker != "Enquêteur"'],
    ['date >= 2019-01-01 AND weight > -1.5', 'date >= 2019-01-01 AND weight > -1.5'],
    ['case not in ("Pôle 1")', 'case NOT IN ("Pôle 1")'],
    ['« Gouvernance » AND “Outils > Salon”', '"Gouvernance" AND "Outils > Salon"'],
    ['"dit \\"ouvert\\""', '"dit \\"ouvert\\""'],
    ['weight ≥ 2', 'weight >= 2'],
  ])('%s is read as it is meant', (text, meant) => {
    expect(printed(text)).toBe(meant);
  });

  it.each([
    ['"A" AND', 8, '"…"'],
    ['"A" "B"', 5, 'AND'],
    ['("A" OR "B"', 12, ')'],
    ['"A" NEAR "B"', 10, '/'],
    ['"A', 1, '"…"'],
    ['cas = "X"', 1, 'case'],
    ['case > "X"', 6, '='],
    ['case IN ()', 10, '"…"'],
    ['', 1, '"…"'],
    ['"A" AND ;', 9, 'NOT'],
  ])('%s is refused at its character %i', (text, at, expected) => {
    const { code, data } = refusal(() => parseExpression(text));
    expect([code, data['at']]).toEqual(['expression.invalid', at]);
    expect(data['expected']).toContain(expected);
  });

  it('nested without end is refused like any other', () => {
    expect(refusal(() => parseExpression('('.repeat(5000))).code).toBe('expression.invalid');
    expect(refusal(() => parseExpression('NOT '.repeat(5000))).code).toBe('expression.invalid');
  });

  it('with names that nobody and nothing has is refused with all of them', () => {
    const [{ frame } = { frame: undefined }] = fc.sample(randomStudy, { numRuns: 1, seed: 1 });
    if (!frame) throw new Error('no study');
    const text = '"Rien" AND (case = "Nulle part" OR coder IN ("Codeur 0", "Personne")) AND attribute "Âge" > "3"';
    const { code, data } = refusal(() => compileFilter([text, 'speaker = "Nul"'], frame));
    expect(code).toBe('expression.unknownNames');
    expect(data['names']).toEqual(['"Rien"', 'case = "Nulle part"', 'coder = "Personne"', 'attribute "Âge"', 'speaker = "Nul"']);
    expect(refusal(() => compileFilter(['attribute "Attribut case" < "oui"'], frame)).code).toMatch(/^expression\./);
  });
});
