// What became of a cell's passages since its synthesis was written.
import { expect, test } from 'vitest';
import { changesSince, isOutdated } from '../../../shared/domain/cell-evidence.ts';

const EVIDENCE = { rule: 'r', passages: { a: '1', b: '2', c: '3' } };

test.each([
  ['nothing', { a: '1', b: '2', c: '3' }, null],
  ['one is new', { a: '1', b: '2', c: '3', d: '4' }, { added: ['d'], reworded: [], gone: 0 }],
  ['one has other words', { a: '1', b: '9', c: '3' }, { added: [], reworded: ['b'], gone: 0 }],
  ['two are gone', { c: '3' }, { added: [], reworded: [], gone: 2 }],
  ['one took the place of another', { a: '1', b: '2', d: '3' }, { added: ['d'], reworded: [], gone: 1 }],
])('%s', (_what, now, changes) => {
  expect(changesSince(EVIDENCE, 'r', now)).toEqual(changes);
  expect(isOutdated(EVIDENCE, 'r', now)).toBe(changes !== null);
});

test('looked at by another rule, or never noted down, nothing is said to have changed', () => {
  expect(changesSince(EVIDENCE, 'another', {})).toBeNull();
  expect(changesSince(null, 'r', { a: '1' })).toBeNull();
});
