// What the grids' screen opens on: the category or the grid that the address names, else the first grid.
import { describe, expect, it } from 'vitest';
import { chosenIn } from '../../../renderer/codebook/chosen.ts';
import { topCategories } from '../../../renderer/codebook/shipped-outline.ts';
import type { Grid } from '../../../shared/domain/category.ts';
import type { GridId } from '../../../shared/domain/ids.ts';
import { shippedGrids } from '../../../electron/exchange/shipped-grids.ts';
import { grid } from './grid.ts';

const asGrid = (id: string, outline: string): Grid => ({
  id: id as GridId,
  key: id,
  title: id,
  source: '',
  description: '',
  version: 1,
  categories: grid(outline, id),
});
const codebook = [asGrid('dimensions', 'Processus\n  Gouvernance'), asGrid('outils', 'Régulation')];
const opened = (place: { gridId?: string; categoryId?: string }) => {
  const chosen = chosenIn(codebook, place);
  return chosen && [chosen.grid.title, chosen.category?.name ?? null];
};

describe('the grids’ screen opens', () => {
  it('on a category, whether or not the address names its grid', () => {
    expect(opened({ categoryId: 'dimensions/Gouvernance' })).toEqual(['dimensions', 'Gouvernance']);
    expect(opened({ gridId: 'outils', categoryId: 'outils/Régulation' })).toEqual(['outils', 'Régulation']);
  });

  it('on the grid alone where its category is gone', () => {
    expect(opened({ gridId: 'outils', categoryId: 'outils/Retirée' })).toEqual(['outils', null]);
  });

  it('on the first grid where nothing is named, and on none in a project without grids', () => {
    expect(opened({})).toEqual(['dimensions', null]);
    expect(chosenIn([], {})).toBeNull();
  });
});

describe('a shipped grid in the gallery', () => {
  it.each(shippedGrids('fr').map((shipped) => [shipped.title, shipped] as const))(
    '%s: every category stands under its top one',
    (_title, shipped) => {
      const tops = topCategories(shipped.categories);
      expect(tops.flatMap(({ top, below }) => [top, ...below])).toEqual(shipped.categories);
      for (const { top, below } of tops) expect(below.every(({ depth }) => depth > top.depth)).toBe(true);
    },
  );
});
