// What is done by chance to grids, their categories and their versions, on the board and in the quick list.
import * as board from '../../../electron/commands/board.ts';
import { setPlaces } from '../../../electron/commands/category-places.ts';
import * as codebook from '../../../electron/commands/codebook.ts';
import * as versions from '../../../electron/commands/grid-versions.ts';
import { setQuickKey } from '../../../electron/commands/quick-keys.ts';
import { splitCategory } from '../../../electron/commands/split-category.ts';
import { shippedGridFile } from '../../../electron/exchange/shipped-grids.ts';
import { ORIGINS, STAGES, STATUSES } from '../../../shared/domain/category.ts';
import type { CategoryId, GridId, GridVersionId, PassageId } from '../../../shared/domain/ids.ts';
import { QUICK_DIGITS } from '../../../shared/domain/quick-list.ts';
import { USUAL_SCALES } from '../../../shared/domain/weight-scale.ts';
import { NOBODY } from './desk.ts';
import type { Act, Desk } from './desk.ts';

const SIZE = 900;

const category = (desk: Desk): CategoryId => desk.any('category');
/** Of the same grid, mostly: what goes together is. */
const akin = (desk: Desk, categoryId: CategoryId): CategoryId => desk.anyWhere('category', 'grid_id', desk.column('category', categoryId, 'grid_id'));

/** A category on which somebody works, and where it could go. */
function pair(desk: Desk): [CategoryId, CategoryId] {
  const one = category(desk);
  return [one, desk.luck.below(5) === 0 ? category(desk) : akin(desk, one)];
}

function place(desk: Desk): { categoryId: CategoryId; x: number; y: number } {
  return { categoryId: category(desk), x: desk.luck.below(SIZE), y: desk.luck.below(SIZE) - SIZE / 2 };
}

function split(desk: Desk): void {
  const { luck } = desk;
  const passageId = desk.any<PassageId>('passage');
  const categoryId = desk.column<CategoryId>('coding', desk.anyWhere('coding', 'passage_id', passageId), 'category_id');
  const targets = [{ name: `${desk.name} bis` }, { categoryId: akin(desk, categoryId) }].slice(luck.below(2));
  splitCategory(desk.session, { categoryId, targets, below: luck.below(2) === 0, sorted: [{ passageId, target: luck.below(targets.length) }] });
}

export const CODEBOOK_ACTS = {
  'grid.add': (d) =>
    codebook.addGrid(d.session, shippedGridFile(d.luck.pick(['outils-de-gestion', 'protocole-partenariat'])), d.luck.pick(['fr', 'en']), null),
  'grid.create': (d) => codebook.createGrid(d.session, { title: d.name }),
  'grid.update': (d) => codebook.updateGrid(d.session, { gridId: d.any<GridId>('grid'), title: d.name, description: d.name }),
  'grid.remove': (d) => codebook.removeGrid(d.session, { gridId: d.any<GridId>('grid'), withCodings: d.luck.below(4) === 0 }),
  'grid.keepVersion': (d) => versions.keepVersion(d.session, { gridId: d.any<GridId>('grid'), reason: d.name }),
  'grid.restoreVersion': (d) =>
    versions.restoreVersion(d.session, { versionId: d.any<GridVersionId>('grid_version') }, d.luck.pick(['Retirées', d.name])),
  'grid.removeVersion': (d) => versions.removeVersion(d.session, { versionId: d.any<GridVersionId>('grid_version') }),
  'category.create': (d) => {
    const parentId = d.maybe(category(d));
    const gridId = parentId === null || parentId === NOBODY ? d.any<GridId>('grid') : d.column<GridId>('category', parentId, 'grid_id');
    codebook.createCategory(d.session, { gridId, parentId, name: d.name, origin: d.luck.pick(ORIGINS) });
  },
  'category.update': (d) => {
    const { luck } = d;
    const some = <T>(value: T): T | undefined => (luck.below(3) === 0 ? value : undefined);
    codebook.updateCategory(d.session, {
      categoryId: category(d),
      name: some(d.name),
      definition: some(d.name),
      example: some(d.name),
      examplePassageId: some(d.maybe(d.any<PassageId>('passage'))),
      stage: some(d.maybe(luck.pick(STAGES))),
      status: some(d.maybe(luck.pick(STATUSES))),
      scale: some(d.maybe(luck.pick(USUAL_SCALES))),
    });
  },
  'category.move': (d) => {
    const [categoryId, parentId] = pair(d);
    codebook.moveCategory(d.session, { categoryId, parentId: d.maybe(parentId), position: d.luck.below(4) });
  },
  'category.merge': (d) => {
    const [from, into] = pair(d);
    codebook.mergeCategories(d.session, { from, into });
  },
  'category.split': split,
  'category.setPlaces': (d) => {
    const categoryId = category(d);
    setPlaces(d.session, { categoryId, parentIds: d.several(2, () => akin(d, categoryId)) });
  },
  'category.remove': (d) => codebook.removeCategory(d.session, { categoryId: category(d), withCodings: d.luck.below(2) === 0 }),
  'quickKey.set': (d) => setQuickKey(d.session, { digit: d.luck.pick(QUICK_DIGITS), categoryId: d.maybe(category(d)) }),
  'board.place': (d) => board.placeCards(d.session, { places: [place(d), ...d.several(2, () => place(d))] }),
  'board.move': (d) => {
    const [one, other] = pair(d);
    board.moveCards(d.session, {
      categoryIds: [one, ...d.several(1, () => akin(d, one))],
      parentId: d.maybe(other),
      places: d.several(2, () => place(d)),
    });
  },
  'board.group': (d) => {
    const [one, other] = pair(d);
    board.groupCards(d.session, {
      gridId: d.column<GridId>('category', one, 'grid_id'),
      name: `${d.name} groupe`,
      categoryIds: [one, other],
      x: 0,
      y: 80,
    });
  },
} as const satisfies Record<string, Act>;
