// Which category a key applies.
import { expect, test } from 'vitest';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { quickSlots, withQuickKey } from '../../../shared/domain/quick-list.ts';
import type { QuickKey } from '../../../shared/domain/quick-list.ts';

const ids = (...names: string[]) => names as CategoryId[];
const key = (digit: number, name: string) => ({ digit, categoryId: name }) as QuickKey;
const shown = (pinned: readonly QuickKey[], recent: readonly CategoryId[]) => quickSlots(pinned, recent).map(({ categoryId }) => categoryId);

test('without pins the keys follow what was used last', () => {
  expect(shown([], ids('a', 'b'))).toEqual(['a', 'b', null, null, null, null, null, null, null]);
});

test('what is pinned stays; the others fill the keys that are left, none twice', () => {
  expect(shown([key(2, 'b'), key(9, 'z')], ids('a', 'b', 'c')).slice(0, 4)).toEqual(['a', 'b', 'c', null]);
  expect(quickSlots([key(9, 'z')], ids('z')).at(-1)).toEqual({ digit: 9, categoryId: 'z', isPinned: true });
});

test('a category has one key, a key one category', () => {
  expect(withQuickKey([key(1, 'a'), key(2, 'b')], 2, 'a' as CategoryId)).toEqual([key(2, 'a')]);
  expect(withQuickKey([key(1, 'a')], 1, null)).toEqual([]);
});
