// Ticking and unticking hits, one by one and by source, loaded or not.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALL_TICKED, isTicked, tickedIn, withSource, withTicked } from '../../../renderer/autocode/ticks.ts';
import type { HitState } from '../../../shared/domain/coding-rule.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';

const E01 = 'E01' as SourceId;
const E02 = 'E02' as SourceId;
const hit = (key: string, sourceId = E01, state: HitState = 'new', isExcluded = false) => ({ key, sourceId, state, isExcluded });
const hits = [hit('a'), hit('b'), hit('c', E01, 'coded'), hit('d', E01, 'new', true), hit('e', E02), hit('f', E02, 'within')];
const ticked = (ticks: typeof ALL_TICKED): string => hits.flatMap((each) => (isTicked(ticks, each) ? [each.key] : [])).join('');

it('all are ticked but what is coded and what was left out before', () => {
  expect(ticked(ALL_TICKED)).toBe('abef');
});

it('a source goes and comes back as a whole, what was left out before with it', () => {
  const without = withSource(ALL_TICKED, E01, false, hits);
  expect(ticked(without)).toBe('ef');
  expect(ticked(withTicked(without, hits.slice(0, 4), new Set(['b'])))).toBe('bef');
  expect(ticked(withSource(without, E01, true, hits))).toBe('abdef');
});

it('a source that is not unfolded counts by its numbers', () => {
  const source = { sourceId: E01, name: 'E01', hits: 4, coded: 1, excluded: 1 };
  expect(tickedIn(ALL_TICKED, source, undefined)).toBe(2);
  expect(tickedIn(withSource(ALL_TICKED, E01, false, []), source, undefined)).toBe(0);
  expect(tickedIn(ALL_TICKED, source, hits.slice(0, 4))).toBe(2);
});

it('exactly what is chosen is ticked, whatever was before', () => {
  fc.assert(
    fc.property(fc.subarray(['a', 'b', 'd', 'e', 'f']), fc.array(fc.tuple(fc.constantFrom(E01, E02), fc.boolean())), (chosen, sources) => {
      let ticks = ALL_TICKED;
      for (const [source, isOn] of sources) ticks = withSource(ticks, source, isOn, hits);
      expect(ticked(withTicked(ticks, hits, new Set(chosen)))).toBe(chosen.join(''));
    }),
  );
});
