// Changes grids and categories.
import { CATEGORY_COLORS, keyForTitle, lineage } from '../../shared/domain/category.ts';
import type { CategoryStatus, Origin, Stage } from '../../shared/domain/category.ts';
import { isSameName } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { inLanguage } from '../../shared/domain/grid-file.ts';
import type { GridFile, GridFileCategory } from '../../shared/domain/grid-file.ts';
import type { CategoryId, GridId, PassageId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { isOnScale, isScale } from '../../shared/domain/weight-scale.ts';
import type { WeightScale } from '../../shared/domain/weight-scale.ts';
import { isGridKeyTaken } from '../queries/codebook.ts';
import { exampleWords } from '../queries/example-passages.ts';
import { moveAtHand, removeAtHand } from './hand-rows.ts';
import { codingsOf, moveCodings } from './coding-rows.ts';
import { insertPlacesOfFile, movePlaces, moveUnder, removeIdlePlaces, removePlaces } from './place-rows.ts';
import {
  assertNameFree,
  categoriesOf,
  insertCategory,
  insertGrid,
  joinedText,
  moveInAnalyses,
  moveInMatrices,
  moveQuestionLinks,
  siblingsOf,
} from './category-rows.ts';
import { moveCells } from './cell-rows.ts';
import type { Row } from '../storage/schema.ts';
import type { NewCategory } from './category-rows.ts';
import { moveDecidedPlaces } from './coder-rows.ts';
import { moveLinkEnds } from './link-rows.ts';
import { moveComments } from './review-rows.ts';
import { moveMeanings, removeMeaningsOf } from './meaning-rows.ts';
import { moveLinks } from './memo-rows.ts';
import { idsWhere, removeCellsWith, removeCoding, removeMemosOn, requireRow } from './rows.ts';
import { dropCategoryFromRules, renameInRules } from './rule-rows.ts';
import { moveDecisions, removeDecisionsOnCategory } from './suggestion-rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

interface Filing {
  readonly gridId: GridId;
  readonly language: Language;
  readonly origin: Origin;
}

/** Refuses what a project would not let anybody do by hand: a category without a name, two siblings of one name. */
function assertNames(names: readonly string[]): void {
  names.forEach((name, index) => {
    if (name === '') throw new Refusal('category.nameEmpty');
    if (names.slice(0, index).some((other) => isSameName(other, name))) throw new Refusal('category.nameTaken', { name });
  });
}

function insertTree(
  context: CommandContext,
  filing: Filing,
  categories: readonly GridFileCategory[],
  parentId: CategoryId | null,
  parentColor: string | null,
): void {
  assertNames(categories.map((item) => inLanguage(item.name, filing.language).trim()));
  categories.forEach((item, position) => {
    const id = newId<CategoryId>();
    const color = item.color ?? parentColor ?? CATEGORY_COLORS[position % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0];
    const text = (value: GridFileCategory['name'] | undefined): string => inLanguage(value, filing.language);
    context.writer.insert('category', {
      id,
      gridId: filing.gridId,
      parentId,
      position,
      name: text(item.name).trim(),
      definition: text(item.definition),
      inclusion: text(item.inclusion),
      exclusion: text(item.exclusion),
      example: text(item.example),
      color,
      origin: item.origin ?? filing.origin,
      stage: item.stage ?? null,
      status: item.status ?? null,
      scale: item.scale === undefined ? null : JSON.stringify(item.scale),
      createdAt: context.at,
    });
    insertTree(context, filing, item.children ?? [], id, color);
  });
}

/** Adds a grid from a file or the shipped ones, whole or only the top categories named, in the project's language. */
export function addGrid(session: Session, file: GridFile, language: Language, onlyTop: readonly string[] | null): GridId {
  if (file.kind === 'stance') throw new Refusal('grid.isStance', { grid: inLanguage(file.title, language) });
  if (isGridKeyTaken(session.project, file.id)) throw new Refusal('grid.alreadyAdded', { grid: inLanguage(file.title, language) });
  const kept = file.categories.filter((item) => onlyTop === null || onlyTop.includes(inLanguage(item.name, language)));
  const title = inLanguage(file.title, language);
  return runCommand(session, { name: 'grid.add', input: { key: file.id, onlyTop, language }, subject: { name: title } }, (context) => {
    const card = {
      key: file.id,
      title,
      source: inLanguage(file.source, language),
      description: inLanguage(file.description, language),
      version: file.version ?? 1,
    };
    const gridId = insertGrid(context, card);
    insertTree(context, { gridId, language, origin: 'a-priori' }, kept, null, null);
    insertPlacesOfFile(context, gridId, { ...file, categories: kept }, language);
    return gridId;
  });
}

export function createGrid(session: Session, input: { title: string }): GridId {
  return runCommand(session, { name: 'grid.create', input, subject: { name: input.title } }, (context) =>
    insertGrid(context, {
      key: keyForTitle(input.title, (key) => isGridKeyTaken(session.project, key)),
      title: input.title,
      source: '',
      description: '',
      version: 1,
    }),
  );
}

export function updateGrid(
  session: Session,
  input: { gridId: GridId; title?: string | undefined; source?: string | undefined; description?: string | undefined },
): void {
  const row = requireRow(session, 'grid', input.gridId, 'grid.unknown');
  const { gridId: _gridId, ...patch } = input;
  runCommand(session, { name: 'grid.update', input, subject: { name: input.title ?? row.title } }, ({ writer }) =>
    writer.update('grid', row.id, patch),
  );
}

function removeCategories(context: CommandContext, categoryIds: readonly string[]): void {
  for (const coding of codingsOf(context, categoryIds)) removeCoding(context, coding.id, coding.passageId);
  for (const id of categoryIds) {
    removeMemosOn(context, 'category', id);
    removeCellsWith(context, `category:${id}`);
    removePlaces(context, id);
    removeAtHand(context, id);
    removeDecisionsOnCategory(context, id);
    removeMeaningsOf(context, 'category_id', id);
    dropCategoryFromRules(context, id);
    for (const link of idsWhere(context, 'question_category', 'category_id', id)) context.writer.remove('question_category', link);
    context.writer.remove('category', id);
  }
}

/** Refused while codings name its categories, unless `withCodings`. */
export function removeGrid(session: Session, input: { gridId: GridId; withCodings: boolean }): void {
  const row = requireRow(session, 'grid', input.gridId, 'grid.unknown');
  const categoryIds = categoriesOf(session, row.id).map((item) => item.id);
  const codings = codingsOf(session, categoryIds).length;
  if (codings > 0 && !input.withCodings) throw new Refusal('grid.inUse', { grid: row.title, codings });
  runCommand(session, { name: 'grid.remove', input, subject: { name: row.title, codings } }, (context) => {
    removeCategories(context, categoryIds);
    for (const version of idsWhere(context, 'grid_version', 'grid_id', row.id)) context.writer.remove('grid_version', version);
    context.writer.remove('grid', row.id);
  });
}

export function createCategory(session: Session, input: NewCategory): CategoryId {
  return runCommand(session, { name: 'category.create', input, subject: { name: input.name.trim() } }, (context) => insertCategory(context, input));
}

export type CategoryUpdate = { readonly categoryId: CategoryId } & {
  readonly [K in 'name' | 'definition' | 'inclusion' | 'exclusion' | 'example' | 'color']?: string | undefined;
} & {
  readonly origin?: Origin | undefined;
  readonly stage?: Stage | null | undefined;
  readonly status?: CategoryStatus | null | undefined;
  readonly scale?: WeightScale | null | undefined;
  readonly examplePassageId?: PassageId | null | undefined;
};

/** Refuses what is no scale, and one that weights given already are off. */
function assertScaleFits({ project }: Session, category: Row<'category'>, scale: WeightScale): void {
  if (!isScale(scale)) throw new Refusal('category.scaleInvalid');
  const weights = project.sqlite
    .prepare<[string], { weight: number }>('SELECT DISTINCT weight FROM coding WHERE category_id = ? AND weight IS NOT NULL ORDER BY weight')
    .all(category.id)
    .map(({ weight }) => weight);
  const off = weights.filter((weight) => !isOnScale(scale, weight));
  if (off.length > 0) throw new Refusal('category.weightsOffScale', { name: category.name, weights: off.map(String) });
}

/** An example that is a passage has its words; words written by hand are nobody's passage. */
function examplePatch(session: Session, { example, examplePassageId }: CategoryUpdate): Partial<Row<'category'>> {
  if (examplePassageId) return { examplePassageId, example: exampleWords(session.project, examplePassageId).words };
  if (example !== undefined) return { example, examplePassageId: null };
  return examplePassageId === undefined ? {} : { examplePassageId };
}

export function updateCategory(session: Session, input: CategoryUpdate): void {
  const row = requireRow(session, 'category', input.categoryId, 'category.unknown');
  const { categoryId: _categoryId, scale, ...patch } = input;
  if (input.name !== undefined) assertNameFree(session, row.gridId, row.parentId, input.name, row.id);
  if (scale) assertScaleFits(session, row, scale);
  const example = examplePatch(session, input);
  const subject = input.name === undefined || input.name === row.name ? { name: row.name } : { name: row.name, newName: input.name };
  runCommand(session, { name: 'category.update', input, subject }, ({ writer }) =>
    writer.update('category', row.id, { ...patch, ...example, scale: scale === undefined || scale === null ? scale : JSON.stringify(scale) }),
  );
}

function assertNotUnder(session: Session, gridId: string, ancestorId: string, categoryId: string, name: string): void {
  const byId = new Map(categoriesOf(session, gridId).map((item) => [item.id, item]));
  if (lineage(byId, categoryId).some((step) => step.id === ancestorId)) throw new Refusal('category.cycle', { name });
}

/** Puts a category under another parent of its grid, or elsewhere among its siblings. */
export function moveCategory(session: Session, input: { categoryId: CategoryId; parentId: CategoryId | null; position: number }): void {
  const row = requireRow(session, 'category', input.categoryId, 'category.unknown');
  runCommand(session, { name: 'category.move', input, subject: { name: row.name } }, (context) =>
    moveUnder(context, row, input.parentId, input.position),
  );
}

/** The codings, children, memos and rule texts of `from` go to `into`; `from` goes away. */
export function mergeCategories(session: Session, input: { from: CategoryId; into: CategoryId }): void {
  const from = requireRow(session, 'category', input.from, 'category.unknown');
  const into = requireRow(session, 'category', input.into, 'category.unknown');
  if (from.id === into.id) throw new Refusal('category.cycle', { name: from.name });
  if (from.gridId === into.gridId) assertNotUnder(session, from.gridId, from.id, into.id, from.name);
  const children = siblingsOf(session, from.gridId, from.id);
  if (children.length > 0 && from.gridId !== into.gridId) throw new Refusal('category.otherGrid', { name: from.name });
  for (const child of children) assertNameFree(session, into.gridId, into.id, child.name, child.id);
  runCommand(session, { name: 'category.merge', input, subject: { name: from.name, into: into.name } }, (context) => {
    const last = siblingsOf(session, into.gridId, into.id).at(-1)?.position ?? -1;
    children.forEach((child, index) => context.writer.update('category', child.id, { parentId: into.id, position: last + 1 + index }));
    moveCodings(context, codingsOf(context, [from.id]), into.id);
    moveCells(context, `category:${from.id}`, `category:${into.id}`);
    moveInMatrices(context, from.id, into.id);
    moveInAnalyses(context, from.id, into.id);
    moveQuestionLinks(context, from.id, into.id);
    renameInRules(context, from.id, into.id);
    for (const memoId of idsWhere(context, 'memo', 'target_id', from.id)) context.writer.update('memo', memoId, { targetId: into.id });
    moveLinks(context, 'category', from.id, into.id);
    moveLinkEnds(context, 'category', from.id, into.id);
    moveComments(context, 'category', from.id, into.id);
    moveDecidedPlaces(context, 'category', from.id, into.id);
    context.writer.update('category', into.id, {
      definition: joinedText(into.definition, from.definition),
      inclusion: joinedText(into.inclusion, from.inclusion),
      exclusion: joinedText(into.exclusion, from.exclusion),
      example: joinedText(into.example, from.example),
      // two examples are words of two passages
      examplePassageId: from.example.trim() === '' ? into.examplePassageId : into.example.trim() === '' ? from.examplePassageId : null,
    });
    movePlaces(context, from.id, into.id);
    moveAtHand(context, from.id, input.into);
    moveDecisions(context, from.id, input.into);
    moveMeanings(context, from.id, input.into);
    context.writer.remove('category', from.id);
    removeIdlePlaces(context, into.gridId);
  });
}

/** With its descendants. Refused while codings name one of them, unless `withCodings`. */
export function removeCategory(session: Session, input: { categoryId: CategoryId; withCodings: boolean }): void {
  const row = requireRow(session, 'category', input.categoryId, 'category.unknown');
  const items = categoriesOf(session, row.gridId);
  const byId = new Map(items.map((item) => [item.id, item]));
  const subtree = items.filter((item) => lineage(byId, item.id).some((step) => step.id === row.id)).map((item) => item.id);
  const codings = codingsOf(session, subtree).length;
  if (codings > 0 && !input.withCodings) throw new Refusal('category.inUse', { name: row.name, codings });
  runCommand(session, { name: 'category.remove', input, subject: { name: row.name, codings } }, (context) => removeCategories(context, subtree));
}
