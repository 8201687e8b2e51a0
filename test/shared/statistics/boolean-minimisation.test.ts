// Minimisation against the textbook example, and against all sums tried one by one on random functions.
import { describe, expect, it } from 'vitest';
import { covers, minimise } from '../../../shared/statistics/boolean-minimisation.ts';
import type { BooleanFunction, Term } from '../../../shared/statistics/boolean-minimisation.ts';
import { chance } from '../../support/seeded.ts';

function words({ care, value }: Term, names: readonly string[]): string {
  return names
    .flatMap((name, at) => {
      const bit = 2 ** (names.length - 1 - at);
      return care & bit ? [value & bit ? name : `~${name}`] : [];
    })
    .join('*');
}

const ABCD = ['A', 'B', 'C', 'D'];
const sums = (models: readonly (readonly Term[])[]): string[] =>
  models
    .map((model) =>
      model
        .map((term) => words(term, ABCD))
        .sort()
        .join(' + '),
    )
    .sort();

/** Quine's and McCluskey's own way: terms that differ in one condition are put together until none are left. */
function pairwisePrimes({ conditions, on, either }: BooleanFunction): Set<string> {
  const all = 2 ** conditions - 1;
  let terms: Term[] = [...on, ...either].map((value) => ({ care: all, value }));
  const primes = new Set<string>();
  while (terms.length > 0) {
    const used = new Set<Term>();
    const shorter = new Map<string, Term>();
    for (const a of terms)
      for (const b of terms) {
        const differs = a.value ^ b.value;
        if (a.care !== b.care || differs === 0 || (differs & (differs - 1)) !== 0) continue;
        used.add(a).add(b);
        const term = { care: a.care & ~differs, value: a.value & ~differs };
        shorter.set(`${term.care}/${term.value}`, term);
      }
    for (const term of terms) if (!used.has(term) && on.some((each) => covers(term, each))) primes.add(`${term.care}/${term.value}`);
    terms = [...shorter.values()];
  }
  return primes;
}

function leastCovers(primes: readonly Term[], on: readonly number[]): string[] {
  const found: number[][] = [];
  for (let choice = 1; choice < 2 ** primes.length; choice += 1) {
    const chosen = primes.flatMap((_, at) => (choice & (2 ** at) ? [at] : []));
    if (on.every((each) => chosen.some((at) => covers(primes[at] as Term, each)))) found.push(chosen);
  }
  const least = Math.min(...found.map(({ length }) => length));
  return found
    .filter(({ length }) => length === least)
    .map((chosen) => chosen.join())
    .sort();
}

describe('minimisation', () => {
  it('solves m(4,8,10,11,12,15) + d(9,14) as the textbook does, both tied sums shown', () => {
    const { primes, essential, models, hasMore } = minimise({ conditions: 4, on: [4, 8, 10, 11, 12, 15], either: [9, 14] });
    expect(primes.map((term) => words(term, ABCD)).sort()).toEqual(['A*C', 'A*~B', 'A*~D', 'B*~C*~D']);
    expect(essential.map((term) => words(term, ABCD)).sort()).toEqual(['A*C', 'B*~C*~D']);
    expect(sums(models)).toEqual(['A*C + A*~B + B*~C*~D', 'A*C + A*~D + B*~C*~D']);
    expect(hasMore).toBe(false);
  });

  it('without what may be assumed, has the textbook’s three terms', () => {
    expect(sums(minimise({ conditions: 4, on: [4, 8, 10, 11, 12, 15], either: [] }).models)).toEqual(['A*C*D + A*~B*~D + B*~C*~D']);
  });

  it('of everything names no condition, and of nothing has no sum', () => {
    expect(minimise({ conditions: 2, on: [0, 1, 2, 3], either: [] }).models).toEqual([[{ care: 0, value: 0 }]]);
    expect(minimise({ conditions: 2, on: [], either: [1] }).models).toEqual([]);
  });

  it('finds the same primes as putting pairs together, and all least covers, on random functions', () => {
    const { below } = chance(11);
    for (let round = 0; round < 150; round += 1) {
      const kinds = Array.from({ length: 16 }, () => below(3));
      const given = {
        conditions: 4,
        on: kinds.flatMap((kind, at) => (kind === 0 ? [at] : [])),
        either: kinds.flatMap((kind, at) => (kind === 1 ? [at] : [])),
      };
      if (given.on.length === 0) continue;
      const { primes, models } = minimise(given);
      expect(new Set(primes.map(({ care, value }) => `${care}/${value}`))).toEqual(pairwisePrimes(given));
      if (primes.length > 12) continue;
      const places = models
        .map((model) =>
          model
            .map((term) => primes.indexOf(term))
            .sort((a, b) => a - b)
            .join(),
        )
        .sort();
      expect(places).toEqual(leastCovers(primes, given.on));
    }
  });

  it('takes twelve conditions and hundreds of configurations in its stride', () => {
    const { below } = chance(3);
    const seen = [...new Set(Array.from({ length: 120 }, () => below(4096)))];
    const on = seen.filter((_, at) => at % 3 === 0);
    const remainders = Array.from({ length: 4096 }, (_, at) => at).filter((each) => !seen.includes(each));
    const started = performance.now();
    const { models } = minimise({ conditions: 12, on, either: remainders });
    expect(models.length).toBeGreaterThan(0);
    for (const model of models) for (const each of seen) expect(model.some((term) => covers(term, each))).toBe(on.includes(each));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
