// Words of a turn are cut where codings begin and end.
import { expect, it } from 'vitest';
import { runsOf } from '../../../renderer/review-page/turn-runs.ts';

it('a turn is cut where something begins or ends, and the shortest stretch comes first', () => {
  const long = { startTurn: 0, startOffset: 2, endTurn: 2, endOffset: 1, name: 'long' };
  const short = { startTurn: 1, startOffset: 4, endTurn: 1, endOffset: 6, name: 'short' };
  const runs = runsOf('abcdefgh', 1, [long, short]).map(({ text: run, over }) => [run, over.map(({ name }) => name)]);
  expect(runs).toEqual([
    ['abcd', ['long']],
    ['ef', ['short', 'long']],
    ['gh', ['long']],
  ]);
});
