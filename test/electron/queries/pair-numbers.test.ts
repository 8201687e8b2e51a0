// Numbers of pairs: as many as a map of them would give, whatever the table's size.
import { expect, it } from 'vitest';
import { PairNumbers } from '../../../electron/queries/pair-numbers.ts';
import { chance } from '../../support/seeded.ts';

it('pairs are numbered as they are met, each once, and found again', () => {
  const random = chance(7);
  const [pairs, naive] = [new PairNumbers(), new Map<string, number>()];
  const met = Array.from({ length: 20_000 }, () => [random.between(0, 300), random.between(0, 300)] as const);
  for (const [first, second] of met) {
    const name = `${first} ${second}`;
    if (!naive.has(name)) {
      expect(pairs.find(first, second)).toBe(-1);
      naive.set(name, naive.size);
    }
    expect(pairs.give(first, second)).toBe(naive.get(name));
  }
  expect(pairs.count).toBe(naive.size);
  for (const [first, second] of met) expect(pairs.find(first, second)).toBe(naive.get(`${first} ${second}`));
});
