// A place written in the address is the place that comes back from it.
import { expect, test } from 'vitest';
import { SCREENS, placeFromHash, placeToHash } from '../../renderer/navigation.tsx';
import type { Place } from '../../renderer/navigation.tsx';

test('every screen comes back from its address', () => {
  for (const screen of SCREENS) expect(placeFromHash(placeToHash({ screen }))).toEqual({ screen });
});

test('a cell of a matrix keeps its keys, whatever signs they hold', () => {
  const place: Place = { screen: 'matrices', matrixId: 'm', rowKey: 'category:a|case:b', columnKey: 'attribute:c=Région & « été » + 50 %' };
  expect(placeFromHash(placeToHash(place))).toEqual(place);
});

test('an address from nowhere leads home', () => {
  expect(placeFromHash('')).toEqual({ screen: 'home' });
  expect(placeFromHash('#/elsewhere?sourceId=1')).toEqual({ sourceId: '1', screen: 'home' });
});
