// What is put into a text stands apart from its neighbours there.
import { expect, test } from 'vitest';
import { gapsAt } from '../../../renderer/writing/gaps.ts';

test.each([
  ['', '', ['', '']],
  ['La voix existe', '', [' ', '']],
  ['La voix existe ', '', ['', '']],
  ['Avant', 'après', [' ', ' ']],
  ['Avant ', '.', ['', '']],
  ['Voir (', ')', ['', '']],
])('between %o and %o', (before, after, gaps) => {
  expect(gapsAt(before, after)).toEqual(gaps);
});
