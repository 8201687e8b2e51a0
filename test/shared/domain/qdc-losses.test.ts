// Whoever exports a grid for other programs is told what the file does not hold: only what this grid says.
import { expect, it } from 'vitest';
import type { Category, Grid } from '../../../shared/domain/category.ts';
import { lostInQdc } from '../../../shared/domain/qdc-losses.ts';
import { codebookFileText } from '../../../shared/i18n/codebook-file.ts';

const plain = { origin: 'a-priori', stage: null, status: null, scale: null, alsoUnder: [] } as unknown as Category;
const grid = (categories: readonly Partial<Category>[], source = ''): Pick<Grid, 'categories' | 'source' | 'description'> => ({
  categories: categories.map((facts) => ({ ...plain, ...facts })),
  source,
  description: ' ',
});

it('is nothing for a grid of names and rules', () => {
  expect(lostInQdc(grid([{}, {}]))).toEqual([]);
});

it('is counted by category, and said in words', () => {
  const lost = lostInQdc(
    grid(
      [{ origin: 'in-vivo', stage: 'axial' }, { origin: 'emergent' }, { scale: { min: 0, max: 1, step: 1 }, alsoUnder: ['x' as never] }],
      'Richez',
    ),
  );
  expect(lost).toEqual([
    { fact: 'origin', count: 2 },
    { fact: 'stage', count: 1 },
    { fact: 'scale', count: 1 },
    { fact: 'alsoUnder', count: 1 },
    { fact: 'card', count: 1 },
  ]);
  expect(codebookFileText.en.notInQdc(lost)).toBe(
    'The qdc format has no place for: the in vivo or emergent origin (2 categories); the stage (1 category); the scale of weights (1 category); the other places, “see also under” (1 category); the grid’s source and description. The file does not hold it; to keep everything, export the grid as json too.',
  );
  expect(codebookFileText.fr.notInQdc(lost)).toContain('l’origine in vivo ou émergente (2 catégories)');
});
