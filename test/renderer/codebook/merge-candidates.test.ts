// A merge never offers what would be refused: the category itself, what stands below it, another grid for one with children.
import { describe, expect, it } from 'vitest';
import { mergeCandidates } from '../../../renderer/codebook/merge-candidates.ts';
import type { Category, Grid } from '../../../shared/domain/category.ts';
import type { GridId } from '../../../shared/domain/ids.ts';
import { grid } from './grid.ts';

const asGrid = (id: string, title: string, categories: Category[]): Grid => ({
  id: id as GridId,
  key: id,
  title,
  source: '',
  description: '',
  version: 1,
  categories,
});
const dimensions = asGrid('d', 'Dimensions', grid('Processus\n  Collectif\n    Entraide\n  Gouvernance', 'd'));
const tools = asGrid('t', 'Outils', grid('Régulation\n  Collèges', 't'));
const codebook = [tools, dimensions];

const offered = (name: string, query = '') => {
  const from = dimensions.categories.find((category) => category.name === name) as Category;
  return mergeCandidates(codebook, dimensions, from, query).map(({ path, category }) => `${path} › ${category.name}`);
};

describe('where a category may be merged', () => {
  it('any other category, its own grid first', () => {
    expect(offered('Gouvernance')).toEqual([
      'Dimensions › Processus',
      'Dimensions › Processus › Collectif',
      'Dimensions › Processus › Collectif › Entraide',
      'Outils › Régulation',
      'Outils › Régulation › Collèges',
    ]);
  });

  it('one that has children stays in its grid, and never goes below itself', () => {
    expect(offered('Collectif')).toEqual(['Dimensions › Processus', 'Dimensions › Processus › Gouvernance']);
    expect(offered('Processus')).toEqual([]);
  });

  it('is found by name or by path, accents ignored', () => {
    expect(offered('Gouvernance', 'colleges')).toEqual(['Outils › Régulation › Collèges']);
    expect(offered('Gouvernance', 'regulation')).toEqual(['Outils › Régulation', 'Outils › Régulation › Collèges']);
  });
});
