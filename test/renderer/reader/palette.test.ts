// What the palette and the filter of the grids propose.
import { expect, test } from 'vitest';
import type { Category, Grid } from '../../../shared/domain/category.ts';
import type { CategoryId, GridId } from '../../../shared/domain/ids.ts';
import { categoryIndex } from '../../../renderer/reader/category-index.ts';
import { filteredGrids } from '../../../renderer/reader/filtered-grids.ts';
import { placeForNew } from '../../../renderer/reader/new-category-place.ts';
import { boldParts, foldedTerms, originOf, rankPalette, withRecent } from '../../../renderer/reader/palette-ranking.ts';

function grid(title: string, ...paths: readonly string[]): Grid {
  const ids = new Map<string, CategoryId>();
  const categories = paths.map((path, position): Category => {
    const names = path.split(' > ');
    const parentId = ids.get(names.slice(0, -1).join(' > ')) ?? null;
    ids.set(path, path as CategoryId);
    const origin = path.includes('feuille') ? 'in-vivo' : 'a-priori';
    return {
      id: path as CategoryId,
      gridId: title as GridId,
      parentId,
      position,
      name: names.at(-1) ?? '',
      color: '#3f8f6b',
      origin,
      codings: 0,
      definition: '',
      inclusion: '',
      exclusion: '',
      example: '',
      stage: null,
      status: null,
      scale: null,
      examplePassageId: null,
      alsoUnder: [],
    };
  });
  return { id: title as GridId, key: title, title, source: '', description: '', version: 1, categories };
}

const codebook = [
  grid('Innovation sociale', 'Processus', 'Processus > Lien avec le territoire', 'Processus > Gouvernance', 'Processus > Énergie'),
  grid('Outils de gestion', 'Coordination', 'Coordination > feuille de route', 'Régulation', 'ancrage territorial'),
];
const index = categoryIndex(codebook);
const ranked = (query: string, recent: string[] = []) =>
  rankPalette([...index.values()], query, recent as CategoryId[]).map(({ entry }) => entry.category.name);

test('one field finds categories of all grids, without accents or case', () => {
  expect(ranked('TERR')).toEqual(['Lien avec le territoire', 'ancrage territorial']);
  expect(ranked('energie')).toEqual(['Énergie']);
  expect(ranked('regul')).toEqual(['Régulation']);
});

test('categories used lately come first, the latest before the others', () => {
  expect(ranked('terr', ['ancrage territorial'])).toEqual(['ancrage territorial', 'Lien avec le territoire']);
  expect(ranked('', ['Régulation', 'Processus > Gouvernance']).slice(0, 2)).toEqual(['Régulation', 'Gouvernance']);
});

test('a recent category whose name does not match stays behind those whose name does', () => {
  expect(ranked('coordination', ['Coordination > feuille de route'])).toEqual(['Coordination', 'feuille de route']);
});

test('several words may stand in the name and in the path', () => {
  expect(ranked('coord feuille')).toEqual(['feuille de route']);
  expect(ranked('Coordination › feuille')).toEqual(['feuille de route']);
  expect(ranked('coord zzz')).toEqual([]);
});

test('letters found are bold as written, accents and ligatures included', () => {
  const bold = (text: string, query: string) =>
    boldParts(text, foldedTerms(query))
      .map(({ text: part, matches }) => (matches ? `[${part}]` : part))
      .join('');
  expect(bold('Lien avec le territoire', 'terr')).toBe('Lien avec le [terr]itoire');
  expect(bold('Énergie', 'ene')).toBe('[Éne]rgie');
  expect(bold('Mise en œuvre', 'oeuv')).toBe('Mise en [œuv]re');
  expect(bold('Régulation', '')).toBe('Régulation');
});

test('the categories at hand are nine, each once, the last used in front', () => {
  const many = Array.from({ length: 12 }, (_, i) => `c${i}`).reduce<CategoryId[]>((list, id) => withRecent(list, id as CategoryId), []);
  expect(many).toHaveLength(9);
  expect(withRecent(many, 'c5' as CategoryId)[0]).toBe('c5');
  expect(new Set(withRecent(many, 'c5' as CategoryId)).size).toBe(9);
});

test('a name that was said in the passage is in vivo, another one emergent', () => {
  expect(originOf('feuille de route', 'La Feuille\nde route, on l’écrit à vingt')).toBe('in-vivo');
  expect(originOf('planification', 'La feuille de route')).toBe('emergent');
});

test('what was found in the field is named with its parent beside its stripe', () => {
  expect(index.get('Coordination > feuille de route' as CategoryId)?.label).toBe('Coordination › feuille de route');
  expect(index.get('Processus > Gouvernance' as CategoryId)?.label).toBe('Gouvernance');
});

test('a new category goes where the last one went, else beside the category used last, else on top of the first grid', () => {
  const stored = { gridId: 'Outils de gestion' as GridId, parentId: 'Coordination' as CategoryId, label: 'an old name' };
  expect(placeForNew(stored, [], codebook, index)?.label).toBe('Coordination');
  expect(placeForNew(null, ['Processus > Gouvernance' as CategoryId], codebook, index)?.parentId).toBe('Processus');
  expect(placeForNew({ ...stored, parentId: 'gone' as CategoryId }, [], codebook, index)).toEqual({
    gridId: 'Innovation sociale',
    parentId: null,
    label: 'Innovation sociale',
  });
  expect(placeForNew(null, [], [], new Map())).toBeNull();
});

test('the filter keeps the way down to what it finds', () => {
  const [outils, ...others] = filteredGrids(codebook, index, 'feuille');
  expect(others).toEqual([]);
  expect(outils?.children.map(({ category, matches }) => [category.name, matches])).toEqual([['Coordination', false]]);
  expect(outils?.children[0]?.children.map(({ category, matches }) => [category.name, matches])).toEqual([['feuille de route', true]]);
  expect(filteredGrids(codebook, index, '')).toHaveLength(2);
  expect(filteredGrids(codebook, index, 'xyz')).toEqual([]);
});
