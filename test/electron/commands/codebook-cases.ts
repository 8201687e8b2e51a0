// The commands by which a codebook is worked over: examples, scales, splits, moves in bulk, second places, kept versions.
import { moveCodingsOfPassages } from '../../../electron/commands/category-codings.ts';
import { setPlaces } from '../../../electron/commands/category-places.ts';
import * as codebook from '../../../electron/commands/codebook.ts';
import { removeOneCoding, resizePassage } from '../../../electron/commands/codings.ts';
import * as versions from '../../../electron/commands/grid-versions.ts';
import { removeSource } from '../../../electron/commands/sources.ts';
import { splitCategory } from '../../../electron/commands/split-category.ts';
import { listVersions } from '../../../electron/queries/grid-versions.ts';
import type { GridVersionId } from '../../../shared/domain/ids.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

const showAloneAsExample = ({ project: p, alone }: Study): void =>
  codebook.updateCategory(p.session, { categoryId: p.category('Influence d’acteurs'), examplePassageId: alone });
const keep = ({ project: p }: Study): unknown => versions.keepVersion(p.session, { gridId: p.grid('outils'), reason: 'Avant remaniement' });
export const latestVersion = ({ project: p }: Study): GridVersionId => listVersions(p.project, p.grid('outils'))[0]?.id ?? ('' as GridVersionId);

/** A version is kept, then the grid is worked over: renamed, moved, removed, added to, and what was added is coded. */
export function reworkOutils(study: Study): void {
  const { project: p } = study;
  keep(study);
  codebook.updateCategory(p.session, { categoryId: p.category('salon'), name: 'salons professionnels', definition: 'Se montrer ensemble.' });
  codebook.moveCategory(p.session, { categoryId: p.category('charte'), parentId: null, position: 0 });
  codebook.removeCategory(p.session, { categoryId: p.category('feuille de route'), withCodings: true });
  codebook.createCategory(p.session, { gridId: p.grid('outils'), parentId: p.category('Coordination'), name: 'clubs', origin: 'in-vivo' });
  codebook.createCategory(p.session, { gridId: p.grid('outils'), parentId: null, name: 'vide', origin: 'emergent' });
  p.codedBy('CD', 'clubs', 'notre règle');
}

export const CODEBOOK_CASES: readonly Case[] = [
  [
    'category.update',
    'a category gets its stage, status and scale',
    ({ project: p }) =>
      codebook.updateCategory(p.session, {
        categoryId: p.category('Influence d’acteurs'),
        stage: 'axial',
        status: 'stable',
        scale: { min: -2, max: 2, step: 1 },
      }),
  ],
  ['category.update', 'a passage becomes the example', showAloneAsExample],
  [
    'category.update',
    'words written by hand take the place of the passage',
    ({ project: p }) => codebook.updateCategory(p.session, { categoryId: p.category('Influence d’acteurs'), example: 'Le plus fort décide.' }),
    showAloneAsExample,
  ],
  [
    'coding.remove',
    'the passage shown as an example goes',
    (s) => removeOneCoding(s.project.session, { codingId: s.coding(s.alone, 'AB') }),
    showAloneAsExample,
  ],
  ['source.remove', 'the source of an example goes', ({ project: p }) => removeSource(p.session, p.source('E02')), showAloneAsExample],
  [
    'passage.resize',
    'the passage shown as an example becomes another one',
    (s) => resizePassage(s.project.as('AB'), { passageId: s.alone, ...s.project.range('décident. Les petits suivent.\nEntrepreneur : Non') }),
    showAloneAsExample,
  ],
  [
    'category.merge',
    'a category whose example is a passage goes into one that has none',
    ({ project: p }) => codebook.mergeCategories(p.session, { from: p.category('Influence d’acteurs'), into: p.category('charte') }),
    showAloneAsExample,
  ],
  [
    'category.split',
    'passages go to a new category beside and to one that exists',
    (s) =>
      splitCategory(s.project.session, {
        categoryId: s.project.category('Gouvernance'),
        targets: [{ name: 'Gouvernance partagée' }, { categoryId: s.project.category('Changement') }],
        below: false,
        sorted: [{ passageId: s.shared, target: 0 }],
      }),
  ],
  [
    'category.split',
    'passages go below, one coded there already is there once',
    (s) =>
      splitCategory(s.project.session, {
        categoryId: s.project.category('Gouvernance'),
        targets: [{ categoryId: s.project.category('Changement') }, { name: 'Autre' }],
        below: true,
        sorted: [{ passageId: s.shared, target: 0 }],
      }),
    (s) => s.project.codedBy('AB', 'Changement', 'Tout le monde décide'),
  ],
  [
    'coding.moveMany',
    'passages go to another category',
    (s) =>
      moveCodingsOfPassages(s.project.session, {
        from: s.project.category('Gouvernance'),
        into: s.project.category('charte'),
        passageIds: [s.shared],
        copies: false,
      }),
  ],
  [
    'coding.moveMany',
    'passages get another category as well',
    (s) =>
      moveCodingsOfPassages(s.project.session, {
        from: s.project.category('Gouvernance'),
        into: s.project.category('charte'),
        passageIds: [s.shared],
        copies: true,
      }),
  ],
  [
    'category.setPlaces',
    'a tool is seen under another family too',
    ({ project: p }) => setPlaces(p.session, { categoryId: p.category('salon'), parentIds: [p.category('Régulation')] }),
  ],
  [
    'category.move',
    'a category moves to where it was seen already',
    ({ project: p }) => codebook.moveCategory(p.session, { categoryId: p.category('salon'), parentId: p.category('Régulation'), position: 0 }),
    ({ project: p }) => setPlaces(p.session, { categoryId: p.category('salon'), parentIds: [p.category('Régulation')] }),
  ],
  [
    'category.merge',
    'a family under which others are seen goes into another one',
    ({ project: p }) => codebook.mergeCategories(p.session, { from: p.category('Régulation'), into: p.category('Coordination') }),
    ({ project: p }) => setPlaces(p.session, { categoryId: p.category('salon'), parentIds: [p.category('Régulation')] }),
  ],
  [
    'category.remove',
    'a family goes under which others are seen',
    ({ project: p }) => codebook.removeCategory(p.session, { categoryId: p.category('Régulation'), withCodings: true }),
    ({ project: p }) => setPlaces(p.session, { categoryId: p.category('salon'), parentIds: [p.category('Régulation')] }),
  ],
  ['grid.keepVersion', 'a state of a grid is kept', keep],
  ['grid.removeVersion', 'a kept state goes', (s) => versions.removeVersion(s.project.session, { versionId: latestVersion(s) }), keep],
  [
    'grid.restoreVersion',
    'a grid becomes what it was',
    (s) => versions.restoreVersion(s.project.session, { versionId: latestVersion(s) }, 'Retirées'),
    reworkOutils,
  ],
  [
    'grid.remove',
    'a grid goes with its versions',
    ({ project: p }) => codebook.removeGrid(p.session, { gridId: p.grid('outils'), withCodings: true }),
    keep,
  ],
];
