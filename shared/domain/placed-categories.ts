// The coded passages of a study as the statistics of relations look at them: stretches with numbered categories, source by source.
import { inTreeOrder, lineage } from './category.ts';
import type { Category } from './category.ts';
import { keepsOf } from './expression-evaluate.ts';
import { compileFilter } from './expression-filter.ts';
import type { CategoryId, PassageId, SourceId } from './ids.ts';
import type { CodedPassage, PlacedCoding, StudyFrame } from './matrix-axis.ts';
import { casesOf } from './matrix-holder-axes.ts';
import type { CategoryChoice, RelatedCategory, RelationGround, RelationScope } from './relation.ts';
import type { Stretch } from '../statistics/stretch.ts';
import { undefinedFor } from '../statistics/undefined.ts';
import type { Undefined } from '../statistics/undefined.ts';

export interface PlacedStretch extends Stretch {
  readonly ids: readonly PassageId[];
}

export interface PlacedSource {
  readonly sourceId: SourceId;
  /** By their starts. */
  readonly stretches: readonly PlacedStretch[];
}

export interface PlacedCategories {
  readonly categories: readonly Omit<RelatedCategory, 'count'>[];
  /** In corpus order; those that hold none of the categories are absent. */
  readonly sources: readonly PlacedSource[];
  readonly ground: RelationGround;
  /** Sources in which something may be found. */
  readonly sourceIds: readonly SourceId[];
  readonly frame: StudyFrame;
}

interface Numbered {
  readonly heads: readonly Category[];
  /** Category → the number of what stands for it. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Of the chosen grids, those that nothing stands for. */
  readonly omitted: ReadonlySet<string>;
}

function headsIn(categories: readonly Category[], level: number | null, depthOf: (category: Category) => number): readonly Category[] {
  if (level === null) return categories;
  const parents = new Set<string | null>(categories.map(({ parentId }) => parentId));
  // a branch that ends above the level is shown by its last category rather than lost
  return categories.filter((category) => depthOf(category) === level || (depthOf(category) < level && !parents.has(category.id)));
}

/** Undefined where something chosen is gone. */
function numbered(choice: CategoryChoice, { codebook }: StudyFrame): Numbered | null {
  const isChosen = ({ id }: { id: string }): boolean =>
    choice.kind === 'picked' || choice.gridIds.length === 0 || choice.gridIds.some((one) => one === id);
  if (choice.kind === 'grids' && choice.gridIds.some((id) => !codebook.some((grid) => grid.id === id))) return null;
  const categories = codebook.filter(isChosen).flatMap((grid) => inTreeOrder(grid.categories));
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  const depthOf = ({ id }: Category): number => lineage(byId, id).length;
  const picked = choice.kind === 'picked' ? [...new Set<string>(choice.categoryIds)].map((id) => byId.get(id)) : [];
  if (picked.includes(undefined)) return null;
  const heads = choice.kind === 'picked' ? picked.filter((category) => category !== undefined) : headsIn(categories, choice.level, depthOf);
  const numberOf = new Map(heads.map(({ id }, number) => [id as string, number]));
  const numbers = new Map<string, number>();
  const omitted = new Set<string>();
  for (const { id } of categories) {
    const head = lineage(byId, id).findLast((step) => numberOf.has(step.id));
    if (head) numbers.set(id, numberOf.get(head.id) ?? 0);
    else if (choice.kind === 'grids') omitted.add(id);
  }
  return { heads, numbers, omitted };
}

function pathsOf({ codebook }: StudyFrame): (category: Category) => string[] {
  const titles = new Map(codebook.map(({ id, title }) => [id as string, title]));
  const byId = new Map(codebook.flatMap((grid) => grid.categories).map((category) => [category.id as string, category]));
  return ({ id, gridId }) => [titles.get(gridId) ?? '', ...lineage(byId, id).map(({ name }) => name)];
}

/** What the filters and the choice of coders leave of each passage's codings. */
function keptCodings(
  { coderIds, where }: RelationScope,
  frame: StudyFrame,
): (passages: readonly CodedPassage[]) => readonly (readonly PlacedCoding[])[] {
  const filter = where.length > 0 ? compileFilter(where, frame) : null;
  const coders = coderIds && new Set<string>(coderIds);
  return (passages) => {
    if (!coders) return filter ? keepsOf(filter, passages) : passages.map(({ codings }) => codings);
    const own = passages.map(({ codings }) => codings.filter(({ coderId }) => coders.has(coderId)));
    return filter
      ? keepsOf(
          filter,
          passages.map((passage, at) => withCodings(passage, own[at] ?? [])),
        )
      : own;
  };
}

/** Named one by one: a passage need not hold its place itself. */
function withCodings(passage: CodedPassage, codings: readonly PlacedCoding[]): CodedPassage {
  const { ids, start, end, sourceId, firstTurn, lastTurn, participantIds, labels, answers, isStarred } = passage;
  return { ids, start, end, sourceId, firstTurn, lastTurn, participantIds, labels, answers, isStarred, codings };
}

/** The numbers of categories of codings, each once, in order; undefined where there are none. */
function numbersOf(codings: readonly PlacedCoding[], numbers: ReadonlyMap<string, number>): readonly number[] | undefined {
  const [only] = codings;
  if (codings.length === 1 && only) {
    const number = numbers.get(only.categoryId);
    return number === undefined ? undefined : [number];
  }
  const found = new Set(codings.flatMap(({ categoryId }) => numbers.get(categoryId) ?? []));
  return found.size === 0 ? undefined : [...found].sort((a, b) => a - b);
}

const TURNS_AT_MOST = 1_000_000;

/** Passages of one source that touch the same turns belong to the same cases. */
function casesOfPlaces(
  numberOf: ReadonlyMap<string, number>,
  cases: (place: CodedPassage) => ReadonlySet<string>,
): (passage: CodedPassage) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (passage) => {
    const place = passage.firstTurn * TURNS_AT_MOST + passage.lastTurn;
    let own = known.get(place);
    if (!own) known.set(place, (own = [...cases(passage)].flatMap((id) => numberOf.get(id) ?? [])));
    return own;
  };
}

/** Passages with the same two ends are one. Refuses (`expression.…`) filters that name nothing; undefined where a chosen category is gone. */
export function placeCategories(
  frame: StudyFrame,
  passagesIn: (sourceId: SourceId) => readonly CodedPassage[],
  scope: RelationScope,
): PlacedCategories | Undefined {
  const chosen = numbered(scope.categories, frame);
  if (!chosen) return undefinedFor('gone');
  const { heads, numbers, omitted } = chosen;
  const keep = keptCodings(scope, frame);
  const caseNumbers = new Map(frame.cases.map(({ id }, number) => [id as string, number]));
  const cases = casesOf(frame);
  const isFiltered = scope.where.length > 0;
  const ground = { sources: 0, isFiltered, passages: 0, omittedCodings: 0 };
  const sourceIds: SourceId[] = [];
  const placed: { sourceId: SourceId; stretches: PlacedStretch[] }[] = [];
  for (const { id: sourceId } of frame.sources) {
    const passages = passagesIn(sourceId);
    const kept = keep(passages);
    const count = kept.reduce((sum, codings) => sum + (codings.length > 0 ? 1 : 0), 0);
    ground.passages += count;
    if (!isFiltered || count > 0) sourceIds.push(sourceId);
    const stretches: PlacedStretch[] = [];
    const casesOfPlace = casesOfPlaces(caseNumbers, cases);
    passages.forEach((passage, at) => {
      const codings = kept[at] ?? [];
      if (omitted.size > 0) for (const { categoryId } of codings) if (omitted.has(categoryId)) ground.omittedCodings += 1;
      const categories = numbersOf(codings, numbers);
      if (!categories) return;
      const { ids, start, end, firstTurn, lastTurn } = passage;
      stretches.push({ ids, start, end, firstTurn, lastTurn, categories, cases: casesOfPlace(passage) });
    });
    if (stretches.length > 0) placed.push({ sourceId, stretches });
  }
  ground.sources = sourceIds.length;
  const path = pathsOf(frame);
  return {
    categories: heads.map((category) => {
      const { id, gridId, name, color } = category;
      return { id: id as CategoryId, gridId, name, color, path: path(category) };
    }),
    sources: placed,
    ground,
    sourceIds,
    frame,
  };
}
