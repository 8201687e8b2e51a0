// What follows what, on a conversation small enough to count by eye.
import { describe, expect, it } from 'vitest';
import { countSequences, expectationOf, sequencesAt } from '../../../shared/statistics/sequence.ts';
import type { Stretch } from '../../../shared/statistics/stretch.ts';
import { undefinedFor } from '../../../shared/statistics/undefined.ts';

const [PLAINTE, CONSEIL, MERCI, JAMAIS] = [0, 1, 2, 3];
/** One passage per turn, ten units long. */
const said = (turn: number, ...categories: number[]): Stretch => ({
  start: turn * 10,
  end: turn * 10 + 10,
  firstTurn: turn,
  lastTurn: turn,
  categories,
  cases: [],
});
const talk = [said(0, PLAINTE), said(1, CONSEIL), said(2, MERCI), said(3, PLAINTE), said(4, CONSEIL), said(6, PLAINTE), said(8, CONSEIL)];

describe('a sequence', () => {
  it('is a complaint followed by advice in the next turn', () => {
    const counts = countSequences([talk], 4, { kind: 'turns', turns: 1 });
    expect(counts.observed.get(PLAINTE, CONSEIL)).toBe(2);
    // seven passages, two of them followed by advice; three complaints
    expect(expectationOf(counts, PLAINTE, CONSEIL)).toEqual({ expected: 6 / 7, lift: 2 / (6 / 7) });
    expect(sequencesAt([talk], PLAINTE, CONSEIL, { kind: 'turns', turns: 1 })[0]?.map(({ firstTurn }) => firstTurn)).toEqual([0, 1, 3, 4]);
  });

  it('reaches as far as it is told, in turns or in characters', () => {
    expect(countSequences([talk], 4, { kind: 'turns', turns: 2 }).observed.get(PLAINTE, CONSEIL)).toBe(3);
    expect(countSequences([talk], 4, { kind: 'characters', withinUtf16: 9 }).observed.get(PLAINTE, CONSEIL)).toBe(2);
    expect(countSequences([talk], 4, { kind: 'characters', withinUtf16: 10 }).observed.get(PLAINTE, CONSEIL)).toBe(3);
  });

  it('does not cross from one source to the next, nor follow within itself', () => {
    expect(countSequences([[said(0, PLAINTE)], [said(0, CONSEIL)]], 4, { kind: 'turns', turns: 5 }).observed.get(PLAINTE, CONSEIL)).toBe(0);
    expect(countSequences([[said(0, PLAINTE, CONSEIL)]], 4, { kind: 'turns', turns: 5 }).observed.get(PLAINTE, CONSEIL)).toBe(0);
  });

  it('has no lift towards what follows nothing, nor from what is nowhere', () => {
    const counts = countSequences([talk], 4, { kind: 'turns', turns: 1 });
    expect(expectationOf(counts, MERCI, JAMAIS)).toEqual({ expected: 0, lift: undefinedFor('expectedZero') });
    expect(expectationOf(counts, JAMAIS, MERCI).lift).toEqual(undefinedFor('empty'));
  });
});
