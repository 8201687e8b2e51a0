// How people name categories: whole paths, shortened ones, names that two grids share, both apostrophes, both compositions.
import { describe, expect, it } from 'vitest';
import type { Category, Codebook, Grid } from '../../../shared/domain/category.ts';
import { categoryAt, findCategory, fullPath, isSameName, missingLevels, pathLevels } from '../../../shared/domain/category-path.ts';
import { folded, inTreeOrder, lineage } from '../../../shared/domain/category.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { FailureData } from '../../../shared/domain/failure.ts';
import type { CategoryId, GridId } from '../../../shared/domain/ids.ts';

type Tree = { readonly [name: string]: Tree };

function grid(key: string, title: string, tree: Tree): Grid {
  const categories: Category[] = [];
  const add = (branch: Tree, parentId: CategoryId | null): void => {
    Object.entries(branch).forEach(([name, children], position) => {
      const id = `${key}/${parentId ?? ''}/${name}` as CategoryId;
      const rule = { definition: '', inclusion: '', exclusion: '', example: '' };
      categories.push({
        id,
        gridId: key as GridId,
        parentId,
        position,
        name,
        color: '#000000',
        origin: 'a-priori',
        stage: null,
        status: null,
        scale: null,
        examplePassageId: null,
        alsoUnder: [],
        codings: 0,
        ...rule,
      });
      add(children, id);
    });
  };
  add(tree, null);
  return { id: key as GridId, key, title, source: '', description: '', version: 1, categories };
}

const codebook: Codebook = [
  grid('innovation-sociale', 'Dimensions de l’innovation sociale', {
    'Processus / Fonctionnement': { Gouvernance: {}, 'Influence d’acteurs': {}, Changement: {} },
    'Résultat / Missions': { 'Répondre à un besoin social': {} },
  }),
  grid('outils-de-gestion', 'Familles d’outils de gestion', {
    Coordination: { 'Projets > appels à projets': {}, Salon: {} },
    Régulation: { Gouvernance: { collèges: {} } },
  }),
];

const pathOf = (path: string): string | undefined => {
  const found = findCategory(codebook, path);
  return found && fullPath(found.grid, found.category);
};

function refusalOf(work: () => unknown): { code: string; data: FailureData } {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, data: error.data };
    throw error;
  }
  throw new Error('nothing was refused');
}

const CHANGEMENT = 'innovation-sociale > Processus / Fonctionnement > Changement';

describe('a category’s path', () => {
  it.each([
    CHANGEMENT,
    'innovation-sociale > Changement',
    'Processus / Fonctionnement > Changement',
    'Dimensions de l’innovation sociale > Changement',
    "Dimensions de l'innovation sociale>Changement",
    '  Changement  ',
  ])('%s names the same dimension', (path) => {
    expect(pathOf(path)).toBe(CHANGEMENT);
  });

  it.each(["Influence d'acteurs", 'Influence d’acteurs', 'Influence dʼacteurs', 'Influence\u00a0d’acteurs'])(
    '%s is one name whatever the apostrophe or the space',
    (path) => {
      expect(pathOf(path)).toBe('innovation-sociale > Processus / Fonctionnement > Influence d’acteurs');
    },
  );

  it('is the same in both Unicode compositions', () => {
    expect(pathOf('Re\u0301pondre a\u0300 un besoin social')).toBe('innovation-sociale > Résultat / Missions > Répondre à un besoin social');
  });

  it.each([
    'changement',
    'Repondre à un besoin social',
    'Changement ?',
    'innovation-sociale',
    'innovation-sociale > Salon',
    'Changement > Gouvernance',
    '',
    ' > ',
  ])('« %s » names nothing: letters, accents and order count', (path) => {
    expect(findCategory(codebook, path)).toBeUndefined();
    expect(refusalOf(() => categoryAt(codebook, path)).code).toBe('category.unknown');
  });

  it('a name that two grids share is refused with every category it could mean', () => {
    expect(refusalOf(() => findCategory(codebook, 'Gouvernance'))).toEqual({
      code: 'category.ambiguous',
      data: {
        path: 'Gouvernance',
        candidates: ['innovation-sociale > Processus / Fonctionnement > Gouvernance', 'outils-de-gestion > Régulation > Gouvernance'],
      },
    });
  });

  it('a name that stands on top of one grid and deep in another is no more unique than that', () => {
    const twice = [grid('a', 'A', { Confiance: {} }), grid('b', 'B', { Coopération: { Confiance: {} } })];
    expect(refusalOf(() => findCategory(twice, 'Confiance')).code).toBe('category.ambiguous');
    expect(findCategory(twice, 'a > Confiance')?.grid.key).toBe('a');
  });

  it('the path that leaves nothing out wins over one that leaves a level out', () => {
    const nested = [grid('a', 'A', { Confiance: {}, Coopération: { Confiance: {} } })];
    expect(findCategory(nested, 'a > Confiance')?.category.parentId).toBeNull();
    expect(refusalOf(() => findCategory(nested, 'Confiance')).code).toBe('category.ambiguous');
  });

  it('every listed path names the category it was listed for, signs in the name included', () => {
    for (const each of codebook)
      for (const category of each.categories) expect(findCategory(codebook, fullPath(each, category))?.category.id).toBe(category.id);
    expect(pathOf('outils-de-gestion > Coordination > Projets > appels à projets')).toBe(
      'outils-de-gestion > Coordination > Projets > appels à projets',
    );
  });

  it('a grid named like a category of another grid hides nothing', () => {
    const homonyms = [...codebook, grid('coordination', 'Coordination', { Fréquence: {} })];
    expect(findCategory(homonyms, 'Coordination > Salon')?.grid.key).toBe('outils-de-gestion');
    expect(findCategory(homonyms, 'Coordination > Fréquence')?.grid.key).toBe('coordination');
  });

  it('splits at the sign, blanks aside', () => {
    expect(pathLevels(' a>b  >  c > ')).toEqual(['a', 'b', 'c']);
  });
});

describe('the levels that a path still misses', () => {
  const missing = (path: string): [string, string | undefined, readonly string[]] | undefined => {
    const place = missingLevels(codebook, path);
    return place && [place.grid.key, place.parent?.name, place.missing];
  };

  it('hang below the deepest level that exists', () => {
    expect(missing('outils-de-gestion > Coordination > Salon > stand commun')).toEqual(['outils-de-gestion', 'Salon', ['stand commun']]);
    expect(missing('outils-de-gestion > Coordination > clubs > club énergie')).toEqual([
      'outils-de-gestion',
      'Coordination',
      ['clubs', 'club énergie'],
    ]);
    expect(missing('outils-de-gestion > Salon > stand commun')).toEqual(['outils-de-gestion', 'Salon', ['stand commun']]);
  });

  it('hang below the grid itself where no level exists', () => {
    expect(missing('outils-de-gestion > Communication')).toEqual(['outils-de-gestion', undefined, ['Communication']]);
  });

  it('need no grid where the first level names one category', () => {
    expect(missing('Coordination > clubs')).toEqual(['outils-de-gestion', 'Coordination', ['clubs']]);
  });

  it('hang nowhere where neither grid nor first level exists, or where a bare name is all there is', () => {
    expect(missing('Autre grille > Nouveau')).toBeUndefined();
    expect(missing('Nouveau')).toBeUndefined();
  });

  it('are refused where the level above could be several', () => {
    expect(refusalOf(() => missing('Gouvernance > nouveau')).code).toBe('category.ambiguous');
    const sameTitle = [grid('a', 'Ma grille', {}), grid('a-2', 'Ma grille', {})];
    expect(refusalOf(() => missingLevels(sameTitle, 'Ma grille > Nouveau'))).toEqual({
      code: 'category.ambiguous',
      data: { path: 'Ma grille > Nouveau', candidates: ['a', 'a-2'] },
    });
  });
});

describe('names', () => {
  it('are told apart by letters, case and accents alone', () => {
    expect(isSameName('Influence d’acteurs', "Influence d'acteurs")).toBe(true);
    expect(isSameName('e\u0301', 'é')).toBe(true);
    expect(isSameName('Gouvernance', 'gouvernance')).toBe(false);
    expect(isSameName('Régulation', 'Regulation')).toBe(false);
  });

  it('are filtered without accents, case, ligatures or apostrophes', () => {
    expect(folded('L’Œuvre d’ÉTÉ')).toBe("l'oeuvre d'ete");
  });
});

describe('a tree of categories', () => {
  const item = (id: string, parentId: string | null, position: number) => ({ id, parentId, position, name: id });

  it('is listed depth first, siblings by place, then by name with numbers by their value', () => {
    const items = [item('a10', null, 1), item('b', 'a10', 0), item('a2', null, 1), item('z', null, 0), item('c', 'b', 0)];
    expect(inTreeOrder(items).map(({ id }) => id)).toEqual(['z', 'a2', 'a10', 'b', 'c']);
  });

  it('gives a category’s lineage from the top down', () => {
    const byId = new Map([item('a', null, 0), item('b', 'a', 0), item('c', 'b', 0)].map((each) => [each.id, each]));
    expect(lineage(byId, 'c').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(lineage(byId, 'x')).toEqual([]);
  });
});
