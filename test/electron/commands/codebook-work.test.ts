// Working a codebook over: what is refused, what follows, and that no coding is ever lost or doubled.
import { describe, expect, it } from 'vitest';
import { moveCodingsOfPassages } from '../../../electron/commands/category-codings.ts';
import { setPlaces } from '../../../electron/commands/category-places.ts';
import * as codebook from '../../../electron/commands/codebook.ts';
import { removeOneCoding, updateCoding } from '../../../electron/commands/codings.ts';
import { keepVersion, restoreVersion } from '../../../electron/commands/grid-versions.ts';
import { splitCategory } from '../../../electron/commands/split-category.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { readCategoryPassages } from '../../../electron/queries/category-passages.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { readCodebook } from '../../../electron/queries/codebook.ts';
import { compareVersions, listVersions, planRestore } from '../../../electron/queries/grid-versions.ts';
import { isSameName } from '../../../shared/domain/category-path.ts';
import type { Category } from '../../../shared/domain/category.ts';
import { aStudy } from '../../support/study.ts';
import type { Study } from '../../support/study.ts';
import { latestVersion, reworkOutils } from './codebook-cases.ts';

const all = (study: Study): Category[] => readCodebook(study.project.project).flatMap((grid) => grid.categories);
const named = (study: Study, name: string): Category => all(study).find((item) => isSameName(item.name, name)) as Category;

describe('the weights of a category', () => {
  it('are those of its scale', () => {
    const study = aStudy();
    const { session } = study.project;
    const categoryId = study.project.category('Influence d’acteurs');
    const codingId = study.coding(study.alone, 'AB');
    codebook.updateCategory(session, { categoryId, scale: { min: -2, max: 2, step: 0.5 } });
    updateCoding(session, { codingId, weight: -1.5 });
    expect(() => updateCoding(session, { codingId, weight: 1.7 })).toThrow('coding.weightOutside');
    expect(() => updateCoding(session, { codingId, weight: 3 })).toThrow('coding.weightOutside');
    expect(() => codebook.updateCategory(session, { categoryId, scale: { min: 0, max: 100, step: 5 } })).toThrow('category.weightsOffScale');
    expect(() => codebook.updateCategory(session, { categoryId, scale: { min: 2, max: 2, step: 1 } })).toThrow('category.scaleInvalid');
    codebook.updateCategory(session, { categoryId, scale: null });
    updateCoding(session, { codingId, weight: 3 });
  });
});

describe('codings with a weight', () => {
  it('go to no category whose scale has not that weight, by no way, and nothing is half done', () => {
    const study = aStudy();
    const { project: p } = study;
    const [from, into] = [p.category('Influence d’acteurs'), p.category('Changement')];
    updateCoding(p.session, { codingId: study.coding(study.alone, 'AB'), weight: 80 });
    codebook.updateCategory(p.session, { categoryId: into, scale: { min: -2, max: 2, step: 1 } });
    const before = p.snapshot();
    const passageIds = [study.alone];
    const off = { code: 'coding.weightsOffScale', data: { name: 'Changement', weights: ['80'], min: -2, max: 2, step: 1 } };
    const ways = [
      () => codebook.mergeCategories(p.session, { from, into }),
      () => moveCodingsOfPassages(p.session, { from, into, passageIds, copies: false }),
      () => moveCodingsOfPassages(p.session, { from, into, passageIds, copies: true }),
      () =>
        splitCategory(p.session, {
          categoryId: from,
          targets: [{ categoryId: into }],
          below: false,
          sorted: [{ passageId: study.alone, target: 0 }],
        }),
    ];
    for (const way of ways) expect(way).toThrow(expect.objectContaining(off));
    expect(p.snapshot()).toEqual(before);
    codebook.updateCategory(p.session, { categoryId: into, scale: { min: 0, max: 100, step: 5 } });
    codebook.mergeCategories(p.session, { from, into });
    expect(checkProject(p.project)).toEqual([]);
  });
});

describe('an example that is a passage', () => {
  it('says what the passage says now, and keeps its last words with their place when the passage goes', () => {
    const study = aStudy();
    const { project: p } = study;
    codebook.updateCategory(p.session, { categoryId: p.category('Influence d’acteurs'), examplePassageId: study.alone });
    const { start } = p.range('petits');
    editTurn(p.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 'petits'.length, inserted: 'moins grands' }] });
    expect(named(study, 'Influence d’acteurs').example).toBe('Les moins grands suivent');
    removeOneCoding(p.session, { codingId: study.coding(study.alone, 'AB') });
    expect(named(study, 'Influence d’acteurs')).toMatchObject({ example: 'Les moins grands suivent (E02 §2)', examplePassageId: null });
    expect(checkProject(p.project)).toEqual([]);
  });

  it('is refused where the passage is gone', () => {
    const { project: p } = aStudy();
    const gone = '00000000-0000-4000-8000-00000000dead' as never;
    expect(() => codebook.updateCategory(p.session, { categoryId: p.category('charte'), examplePassageId: gone })).toThrow('passage.unknown');
  });
});

describe('a split', () => {
  it('sorts passages of all coders, leaves the others, and is refused whole for a passage of another category', () => {
    const study = aStudy();
    const { project: p } = study;
    p.codedBy('AB', 'Gouvernance', 'La charte');
    const from = p.category('Gouvernance');
    const before = p.snapshot();
    const wrong = { categoryId: from, targets: [{ name: 'A' }], below: false, sorted: [{ passageId: study.alone, target: 0 }] };
    expect(() => splitCategory(p.session, wrong)).toThrow('coding.unknown');
    const taken = { categoryId: from, targets: [{ name: 'Changement' }], below: false, sorted: [{ passageId: study.shared, target: 0 }] };
    expect(() => splitCategory(p.session, taken)).toThrow('category.nameTaken');
    expect(p.snapshot()).toEqual(before);

    const [shared = from] = splitCategory(p.session, {
      categoryId: from,
      targets: [{ name: 'Partagée' }, { name: 'Vide' }],
      below: true,
      sorted: [{ passageId: study.shared, target: 0 }],
    });
    expect(readCategoryPassages(p.project, shared).map(({ ref, coderIds }) => [ref, coderIds.length])).toEqual([['E01 §2', 2]]);
    expect(readCategoryPassages(p.project, from).map(({ quote }) => quote)).toEqual(['La charte']);
    expect(named(study, 'Partagée').parentId).toBe(from);
    expect(checkProject(p.project)).toEqual([]);
  });
});

describe('passages moved in bulk', () => {
  it('are doubled neither when moved nor when copied', () => {
    const study = aStudy();
    const { project: p } = study;
    const [from, into] = [p.category('Gouvernance'), p.category('Changement')];
    p.codedBy('AB', 'Changement', 'Tout le monde décide');
    const request = { from, into, passageIds: [study.shared] };
    expect(moveCodingsOfPassages(p.session, { ...request, copies: true })).toEqual({ moved: 1, known: 1 });
    expect(moveCodingsOfPassages(p.session, { ...request, copies: true })).toEqual({ moved: 0, known: 2 });
    expect(moveCodingsOfPassages(p.session, { ...request, copies: false })).toEqual({ moved: 0, known: 2 });
    expect(named(study, 'Changement').codings).toBe(2);
    expect(named(study, 'Gouvernance').codings).toBe(0);
    expect(() => moveCodingsOfPassages(p.session, { ...request, copies: false })).toThrow('coding.unknown');
    expect(() => moveCodingsOfPassages(p.session, { ...request, from: into, copies: false })).toThrow('category.sameTwice');
  });
});

describe('a second place', () => {
  it('makes no circle, repeats no name and names no ancestor', () => {
    const study = aStudy();
    const { project: p } = study;
    const [coordination, regulation, salon, charte] = ['Coordination', 'Régulation', 'salon', 'charte'].map((name) => p.category(name)) as never[];
    const place = (categoryId: never, ...parentIds: never[]): void => setPlaces(p.session, { categoryId, parentIds });
    expect(() => place(coordination as never, salon as never)).toThrow('category.cycle');
    expect(() => place(salon as never, salon as never)).toThrow('category.cycle');
    expect(() => place(salon as never, coordination as never)).toThrow('category.alreadyUnder');
    expect(() => place(salon as never, p.category('Gouvernance') as never)).toThrow('category.otherGrid');
    place(salon as never, charte as never);
    // salon is seen under charte: charte can be seen nowhere below salon, nor go there
    expect(() => place(charte as never, salon as never)).toThrow('category.cycle');
    expect(() => codebook.moveCategory(p.session, { categoryId: charte as never, parentId: salon as never, position: 0 })).toThrow('category.cycle');
    codebook.createCategory(p.session, { gridId: p.grid('outils'), parentId: regulation as never, name: 'Salon', origin: 'emergent' });
    codebook.updateCategory(p.session, { categoryId: p.category('Régulation > Salon'), name: 'salon' });
    expect(() => place(salon as never, charte as never, regulation as never)).toThrow('category.nameTaken');
    expect(named(study, 'Coordination').alsoUnder).toEqual([]);
    expect(all(study).find(({ id }) => id === salon)?.alsoUnder).toEqual([charte]);
    expect(checkProject(p.project)).toEqual([]);
  });
});

describe('versions of a grid', () => {
  it('say what changed, word by word', () => {
    const study = aStudy();
    const { project: p } = study;
    reworkOutils(study);
    const { added, removed, changed, unchanged } = compareVersions(p.project, p.grid('outils'), latestVersion(study), null);
    expect(added.map((path) => path.join(' > '))).toEqual(['Coordination > clubs', 'vide']);
    expect(removed).toEqual([['Coordination', 'feuille de route']]);
    expect(changed.map(({ name, formerName, moved }) => [name, formerName, moved])).toEqual([
      ['charte', null, { from: ['Régulation'], to: [] }],
      ['salons professionnels', 'salon', null],
    ]);
    expect(changed[1]?.texts).toEqual([{ field: 'definition', pieces: [{ kind: 'added', text: 'Se montrer ensemble.' }] }]);
    expect(unchanged).toBe(2);
  });

  it('come back without losing a coding: what was made since and carries some is set aside', () => {
    const study = aStudy();
    const { project: p } = study;
    reworkOutils(study);
    const codings = p.snapshot()['coding'];
    expect(planRestore(p.project, latestVersion(study))).toMatchObject({ going: ['vide'], setAside: ['clubs'] });
    restoreVersion(p.session, { versionId: latestVersion(study) }, 'Retirées');
    expect(p.snapshot()['coding']).toEqual(codings);
    const outils = readCodebook(p.project).find(({ key }) => key === 'outils');
    expect(outils?.categories.map(({ name, parentId }) => [name, parentId === null])).toEqual([
      ['Coordination', true],
      ['feuille de route', false],
      ['salon', false],
      ['Régulation', true],
      ['charte', false],
      ['Retirées', true],
      ['clubs', false],
    ]);
    expect(named(study, 'clubs')).toMatchObject({ codings: 1, status: 'retired', parentId: named(study, 'Retirées').id });
    expect(checkProject(p.project)).toEqual([]);
  });

  it('are numbered, with who kept them and why', () => {
    const { project: p } = aStudy();
    for (const reason of ['Au départ', 'Après six entretiens']) keepVersion(p.as('CD'), { gridId: p.grid('outils'), reason });
    expect(
      listVersions(p.project, p.grid('outils')).map(({ number, reason, coderName, categories }) => [number, reason, coderName, categories]),
    ).toEqual([
      [2, 'Après six entretiens', 'CD', 5],
      [1, 'Au départ', 'CD', 5],
    ]);
  });
});
