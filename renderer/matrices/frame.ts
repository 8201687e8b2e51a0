// What the project offers to cross, and how each thing is called: grids, cases, people and attributes in the project's own words.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Category, Codebook, Grid } from '../../shared/domain/category.ts';
import { lineage } from '../../shared/domain/category.ts';
import type { AttributeScope, Coder } from '../../shared/domain/corpus.ts';
import type { AxisSpec } from '../../shared/domain/matrix.ts';
import { peopleStudied } from '../../shared/domain/matrix-axes.ts';
import type { MatricesWords } from '../../shared/i18n/matrices.ts';

/** All that the sentence, the pickers and the starting points read of the project. */
export interface ProjectFrame {
  readonly codebook: Codebook;
  readonly corpus: Corpus;
  readonly coders: readonly Coder[];
}

/** 1 for the top categories of a grid. */
export function levelsOf(grid: Grid): Map<string, number> {
  const levels = new Map<string, number>();
  for (const category of grid.categories) levels.set(category.id, category.parentId === null ? 1 : (levels.get(category.parentId) ?? 0) + 1);
  return levels;
}

export function depthOf(grid: Grid): number {
  return Math.max(0, ...levelsOf(grid).values());
}

export function leavesOf(grid: Grid): Category[] {
  const parents = new Set(grid.categories.map((category) => category.parentId));
  return grid.categories.filter((category) => !parents.has(category.id));
}

/** What a level shows: its categories, and the leaves of branches that end above it. */
export function headsAt(grid: Grid, level: number): Category[] {
  const levels = levelsOf(grid);
  const leaves = new Set(leavesOf(grid));
  return grid.categories.filter((category) => {
    const own = levels.get(category.id) ?? 0;
    return own === level || (own < level && leaves.has(category));
  });
}

export function codingsOf(grid: Grid): number {
  return grid.categories.reduce((sum, category) => sum + category.codings, 0);
}

function categoryById(frame: ProjectFrame, id: string): { grid: Grid; category: Category } | undefined {
  for (const grid of frame.codebook) {
    const category = grid.categories.find((each) => each.id === id);
    if (category) return { grid, category };
  }
  return undefined;
}

/** A corpus of interviews is spoken of as interviews; one that also holds other documents, as sources. */
export function hasOnlyInterviews(frame: ProjectFrame): boolean {
  return frame.corpus.sources.every(({ kind }) => kind === 'interview');
}

/** What an axis is called in the sentence. */
export function axisName(spec: AxisSpec, frame: ProjectFrame, words: MatricesWords): string {
  switch (spec.kind) {
    case 'grid': {
      const grid = frame.codebook.find(({ id }) => id === spec.gridId);
      if (!grid) return words.goneGrid;
      // The deepest level shows the same categories as the leaves do: its number would only make the sentence heavier.
      return spec.level === null || spec.level >= depthOf(grid) ? grid.title : words.atLevel(grid.title, spec.level);
    }
    case 'category':
      return categoryById(frame, spec.categoryId)?.category.name ?? words.goneCategory;
    case 'attribute':
      return frame.corpus.attributes.find(({ id }) => id === spec.attributeId)?.name ?? words.goneAttribute;
    case 'source':
      return hasOnlyInterviews(frame) ? words.interviews : words.source;
    default:
      return words[spec.kind];
  }
}

/** Two specifications of the same axis have the same key. */
export function axisKey(spec: AxisSpec): string {
  switch (spec.kind) {
    case 'grid':
      return spec.level === null ? `grid:${spec.gridId}` : `grid:${spec.gridId}@${spec.level}`;
    case 'category':
      return `category:${spec.categoryId}`;
    case 'attribute':
      return `attribute:${spec.attributeId}`;
    default:
      return spec.kind;
  }
}

/** The key under which the picker offers an axis: a grid's deepest level shows what its leaves show, and stands there once. */
export function choiceKey(spec: AxisSpec, frame: ProjectFrame): string {
  if (spec.kind !== 'grid' || spec.level === null) return axisKey(spec);
  const grid = frame.codebook.find(({ id }) => id === spec.gridId);
  return axisKey(grid && spec.level >= depthOf(grid) ? { ...spec, level: null } : spec);
}

/** True for axes that list categories: two of them make the rule of meeting matter. */
export function listsCategories(spec: AxisSpec): boolean {
  return spec.kind === 'grid' || spec.kind === 'category';
}

/** Values that an attribute takes in the project, without the empty one. */
export function valuesOf(attributeId: string, frame: ProjectFrame): string[] {
  return [...new Set(frame.corpus.values.filter((value) => value.attributeId === attributeId && value.value !== '').map(({ value }) => value))];
}

export type AxisGroup = 'grids' | 'categories' | 'corpus' | 'attributes';

/** One line of the axis picker. */
export interface AxisChoice {
  readonly key: string;
  readonly spec: AxisSpec;
  readonly group: AxisGroup;
  readonly name: string;
  /** What tells it from others of the same name. */
  readonly hint: string;
  /** How many rows or columns it would make. */
  readonly size: number;
}

function gridChoices(grid: Grid, words: MatricesWords): AxisChoice[] {
  const depth = depthOf(grid);
  if (depth === 0) return [];
  const whole = { kind: 'grid', gridId: grid.id, level: null } as const;
  const choices: AxisChoice[] = [
    { key: axisKey(whole), spec: whole, group: 'grids', name: grid.title, hint: depth > 1 ? words.leaves : '', size: leavesOf(grid).length },
  ];
  for (let level = 1; level < depth; level += 1) {
    const spec = { kind: 'grid', gridId: grid.id, level } as const;
    choices.push({ key: axisKey(spec), spec, group: 'grids', name: grid.title, hint: words.levelHint(level), size: headsAt(grid, level).length });
  }
  return choices;
}

function categoryChoices(grid: Grid): AxisChoice[] {
  const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
  return grid.categories.flatMap((category) => {
    const size = grid.categories.filter((each) => each.parentId === category.id).length;
    if (size === 0) return [];
    const spec = { kind: 'category', categoryId: category.id } as const;
    const above = lineage(byId, category.id)
      .slice(0, -1)
      .map(({ name }) => name);
    return [{ key: axisKey(spec), spec, group: 'categories' as const, name: category.name, hint: [grid.title, ...above].join(' › '), size }];
  });
}

function corpusChoices(frame: ProjectFrame, words: MatricesWords): AxisChoice[] {
  const sizes = {
    case: frame.corpus.cases.length,
    caseGroup: frame.corpus.groups.length,
    source: frame.corpus.sources.length,
    participant: peopleStudied(frame.corpus.participants).length,
    coder: frame.coders.length,
  };
  // nobody who made no group of cases is asked about them
  const kinds = sizes.caseGroup > 0 ? (['case', 'caseGroup'] as const) : (['case'] as const);
  return [...kinds, 'source' as const, 'participant' as const, 'coder' as const].map((kind) => ({
    key: kind,
    spec: { kind },
    group: 'corpus',
    name: axisName({ kind }, frame, words),
    hint: '',
    size: sizes[kind],
  }));
}

/** Every axis that the project offers, in the picker's order. */
export function axisChoices(frame: ProjectFrame, words: MatricesWords): AxisChoice[] {
  const attributes = frame.corpus.attributes.map((attribute): AxisChoice => {
    const spec = { kind: 'attribute', attributeId: attribute.id } as const;
    const scope: AttributeScope = attribute.scope;
    return {
      key: axisKey(spec),
      spec,
      group: 'attributes',
      name: attribute.name,
      hint: words.attributeOf[scope],
      size: valuesOf(attribute.id, frame).length,
    };
  });
  return [
    ...frame.codebook.flatMap((grid) => gridChoices(grid, words)),
    ...frame.codebook.flatMap(categoryChoices),
    ...corpusChoices(frame, words),
    ...attributes,
  ];
}
