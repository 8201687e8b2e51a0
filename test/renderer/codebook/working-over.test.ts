// Working a grid over by hand: walking its tree, sorting the passages of a split, ticking passages.
import { describe, expect, it } from 'vitest';
import { placeCandidates } from '../../../renderer/codebook/merge-candidates.ts';
import { NOTHING, allOrNone, toggled } from '../../../renderer/codebook/passage-selection.ts';
import { sortedTo, splitRequest, targetOfKey, withoutTarget } from '../../../renderer/codebook/split-plan.ts';
import type { Sorting } from '../../../renderer/codebook/split-plan.ts';
import { categoryIdOf, treeOf } from '../../../renderer/codebook/tree-view.ts';
import type { TreeNode } from '../../../renderer/codebook/tree-view.ts';
import { lineBeginning, shownLines, stepOfKey } from '../../../renderer/ui/tree-walk.ts';
import type { TreeLine } from '../../../renderer/ui/tree-walk.ts';
import { placesDrawn } from '../../../renderer/ui/use-lines-in-view.ts';
import type { Category } from '../../../shared/domain/category.ts';
import type { PassageId } from '../../../shared/domain/ids.ts';
import { grid } from './grid.ts';

const TREE = grid(`
Engagement ×2
  Choisi ×3
    par intérêt
  Subi
Territoire
  Proximité`);
const named = (name: string): Category => TREE.find((category) => category.name === name) as Category;
const unfolded = (...names: string[]) => {
  const keys = new Set<string>(names.map((name) => named(name).id));
  return (key: string) => keys.has(key);
};
const drawn = (lines: readonly TreeLine<TreeNode>[]): string[] => lines.map(({ node, level }) => `${'  '.repeat(level - 1)}${node.category.name}`);

describe('the lines of a tree', () => {
  it('go as far as it is unfolded', () => {
    const nodes = treeOf(TREE, null);
    expect(drawn(shownLines(nodes, unfolded('Engagement')))).toEqual(['Engagement', '  Choisi', '  Subi', 'Territoire']);
    expect(drawn(shownLines(nodes, () => false))).toEqual(['Engagement', 'Territoire']);
  });

  it('show a category in its second place too, under a key of its own', () => {
    const seen = TREE.map((category) => (category.name === 'Subi' ? { ...category, alsoUnder: [named('Territoire').id] } : category));
    const lines = shownLines(treeOf(seen, null), () => true);
    expect(drawn(lines).slice(-3)).toEqual(['Territoire', '  Proximité', '  Subi']);
    const guest = lines.at(-1)?.node;
    expect(guest).toMatchObject({ isAlias: true, hasChildren: false });
    expect(categoryIdOf(guest?.key ?? '')).toBe(named('Subi').id);
    expect(new Set(lines.map(({ node }) => node.key)).size).toBe(lines.length);
  });

  it('are drawn in view only, but for the one that the keyboard is on', () => {
    expect(placesDrawn({ first: 4, end: 8 }, 100, [5])).toEqual([4, 5, 6, 7]);
    expect(placesDrawn({ first: 4, end: 8 }, 100, [0, 99, -1])).toEqual([0, 4, 5, 6, 7, 99]);
    expect(placesDrawn({ first: 0, end: 32 }, 3, [7])).toEqual([0, 1, 2]);
  });

  it('are walked by keys: into a branch, out of it, to the ends', () => {
    const lines = shownLines(treeOf(TREE, null), unfolded('Engagement'));
    expect(stepOfKey(lines, 0, 'ArrowDown')).toEqual({ to: 1 });
    expect(stepOfKey(lines, 0, 'ArrowRight')).toEqual({ to: 1 });
    expect(stepOfKey(lines, 1, 'ArrowRight')).toEqual({ unfolds: true });
    expect(stepOfKey(lines, 2, 'ArrowLeft')).toEqual({ to: 0 });
    expect(stepOfKey(lines, 0, 'ArrowLeft')).toEqual({ unfolds: false });
    expect(stepOfKey(lines, 0, 'ArrowUp')).toBeNull();
    expect(stepOfKey(lines, 0, 'End')).toEqual({ to: 3 });
    expect(lineBeginning(lines, 1, 'en')).toBe(0);
    expect(lineBeginning(lines, 0, 'x')).toBe(-1);
  });
});

describe('the sorting of a split', () => {
  const [a, b, c] = ['a', 'b', 'c'] as PassageId[] as [PassageId, PassageId, PassageId];
  const sorting: Sorting = new Map([
    [a, 1],
    [b, 2],
  ]);

  it('follows digits, 0 leaving a passage where it is', () => {
    expect(targetOfKey('2', 2)).toBe(2);
    expect(targetOfKey('3', 2)).toBeNull();
    expect(targetOfKey('0', 2)).toBe(0);
    expect([...sortedTo(sorting, a, 0)]).toEqual([[b, 2]]);
    expect(sortedTo(sorting, c, 2).get(c)).toBe(2);
  });

  it('moves up where a category is taken away', () => {
    expect([...withoutTarget(sorting, 1)]).toEqual([[b, 1]]);
  });

  it('asks for new categories, and for those that are there already by their name', () => {
    const from = named('Choisi');
    expect(splitRequest(from, TREE, ['Autre', 'subi'], false, sorting)).toBeTruthy();
    expect(splitRequest(from, TREE, ['Autre', 'Subi'], false, sorting)?.targets).toEqual([{ name: 'Autre' }, { categoryId: named('Subi').id }]);
    expect(splitRequest(from, TREE, ['par intérêt', 'Subi'], true, sorting)?.targets).toEqual([
      { categoryId: named('par intérêt').id },
      { name: 'Subi' },
    ]);
  });

  it('asks for nothing while a name is missing, doubled or its own', () => {
    const from = named('Choisi');
    for (const names of [['Autre', ' '], ['A', 'A'], ['Choisi', 'B'], []]) expect(splitRequest(from, TREE, names, false, sorting)).toBeNull();
    expect(splitRequest(from, TREE, ['Subi'], false, new Map())).toBeNull();
  });
});

describe('ticked passages', () => {
  const order = ['a', 'b', 'c', 'd'];

  it('go one by one, and with Shift from the last one on', () => {
    const one = toggled(NOTHING, order, 'b', false);
    expect([...toggled(one, order, 'd', true).ids].sort()).toEqual(['b', 'c', 'd']);
    expect([...toggled(toggled(one, order, 'd', true), order, 'c', true).ids].sort()).toEqual(['b']);
  });

  it('are all or none', () => {
    const all = allOrNone(NOTHING, order);
    expect([...all.ids]).toEqual(order);
    expect(allOrNone(all, order).ids.size).toBe(0);
  });
});

describe('second places', () => {
  it('are offered nowhere above, below or at the category itself', () => {
    const [only] = [{ id: 'grid', key: 'g', title: 'G', source: '', description: '', version: 1, categories: TREE }] as never[];
    expect(placeCandidates(only as never, named('Choisi')).map(({ category }) => category.name)).toEqual(['Subi', 'Territoire', 'Proximité']);
  });
});
