// What ready-made displays can be filled with: for each of their choices, what this very project offers, the likeliest first.
import { folded } from './category.ts';
import type { Category, Codebook, Grid } from './category.ts';
import type { RatingScale } from './cell.ts';
import type { Attribute, AttributeValue, Case, CaseGroup, Participant } from './corpus.ts';
import { childrenIn, codingsBelow, codingsOf, depthOf, headsAt, readableLevel } from './grid-levels.ts';
import type { CategoryId } from './ids.ts';
import type { AxisSpec, OrderKey, PeriodRule } from './matrix.ts';
import { peopleStudied } from './matrix-holder-axes.ts';

/** What displays look at of a project. */
export interface DisplayStudy {
  readonly codebook: Codebook;
  readonly cases: readonly Case[];
  readonly groups: readonly CaseGroup[];
  readonly participants: readonly Participant[];
  readonly sources: readonly { readonly id: string; readonly date: string | null }[];
  readonly attributes: readonly Attribute[];
  readonly values: readonly AttributeValue[];
  readonly scales: readonly RatingScale[];
}

/** What is called the same in every project. */
export const OPTION_WORDS = ['cases', 'participants', 'sources', 'meanRating', 'day', 'month', 'quarter', 'year'] as const;
export type OptionWord = (typeof OPTION_WORDS)[number];

export interface DisplayOption {
  readonly key: string;
  /** In the project's own words, or a word of the window's. */
  readonly label: { readonly text: string } | { readonly word: OptionWord };
  /** What tells it from others of the same name. */
  readonly detail: { readonly level: number } | { readonly within: string } | null;
  readonly axis: AxisSpec | null;
  /** What an attribute's values hang on, as an axis; null for all else. */
  readonly unit: AxisSpec | null;
  /** Categories that stand for it, in the order of their tree; empty where it is none of theirs. */
  readonly categories: readonly Category[];
  readonly order: OrderKey | null;
}

/** Why a choice has nothing to offer, or what would make a display say more. */
export const GAPS = [
  'grid',
  'codings',
  'secondGrid',
  'theme',
  'cases',
  'people',
  'roles',
  'orderedAttribute',
  'twoAttributes',
  'dates',
  'scale',
] as const;
export type Gap = (typeof GAPS)[number];

/** How a choice is filled. `prefers`: words that a name begins with, in either language, without accents. */
export type ChoiceRule =
  | { readonly kind: 'themes'; readonly prefers?: string; readonly level?: 'readable' | 'top' | 'finest'; readonly not?: string }
  | { readonly kind: 'children'; readonly prefers?: RegExp; readonly mustPrefer?: boolean; readonly not?: string }
  | { readonly kind: 'category'; readonly prefers: RegExp; readonly among?: string; readonly mustPrefer?: boolean; readonly not?: string }
  | { readonly kind: 'cases' }
  | { readonly kind: 'people'; readonly first: 'case' | 'participant' | 'source' }
  | { readonly kind: 'roles' }
  | { readonly kind: 'actors' }
  | { readonly kind: 'steps' }
  | { readonly kind: 'order' }
  | { readonly kind: 'attribute'; readonly not?: string };

export interface Offer {
  readonly options: readonly DisplayOption[];
  /** Taken until somebody chooses; null: only the reader can say. */
  readonly first: string | null;
  /** Why there is nothing; null where there is. */
  readonly gap: Gap | null;
}

const option = (given: Partial<DisplayOption> & Pick<DisplayOption, 'key' | 'label'>): DisplayOption => ({
  detail: null,
  axis: null,
  unit: null,
  categories: [],
  order: null,
  ...given,
});

function offer(options: readonly DisplayOption[], gap: Gap, first: string | null = options[0]?.key ?? null): Offer {
  return { options, first: options.length === 0 ? null : first, gap: options.length === 0 ? gap : null };
}

/** Grids that somebody codes with, the most used first. */
export function codedGrids({ codebook }: DisplayStudy): Grid[] {
  return codebook.filter((grid) => codingsOf(grid) > 0).sort((a, b) => codingsOf(b) - codingsOf(a));
}

/** A level, not the leaves, stays true when categories grow below it. */
function ofGrid(grid: Grid, level: number, isLeaves = false): DisplayOption {
  return option({
    key: `grid:${grid.id}@${level}`,
    label: { text: grid.title },
    detail: level >= depthOf(grid) ? null : { level },
    axis: { kind: 'grid', gridId: grid.id, level: isLeaves ? null : level },
    categories: headsAt(grid, level),
  });
}

/** The grid's levels, the one asked for first. */
function levelsOffered(grid: Grid, wanted: 'readable' | 'top' | 'finest'): DisplayOption[] {
  const first = wanted === 'top' ? 1 : wanted === 'finest' ? depthOf(grid) : readableLevel(grid);
  const others = Array.from({ length: depthOf(grid) }, (_, at) => at + 1).filter((level) => level !== first);
  return [first, ...others].map((level) => ofGrid(grid, level, wanted === 'finest' && level === depthOf(grid)));
}

function ofChildren(grid: Grid, category: Category): DisplayOption {
  return option({
    key: `category:${category.id}`,
    label: { text: category.name },
    detail: { within: grid.title },
    axis: { kind: 'category', categoryId: category.id },
    categories: childrenIn(grid, category.id),
  });
}

/** Categories that have others below them, in coded grids first; one child alone makes no table. */
function parentsOffered(study: DisplayStudy): DisplayOption[] {
  const grids = codedGrids(study);
  const parents = grids.flatMap((grid) =>
    grid.categories
      .filter(({ id }) => childrenIn(grid, id).length > 1)
      .map((category) => ({ grid, category, coded: codingsBelow(grid, category.id) })),
  );
  return parents
    .filter(({ coded }) => coded > 0)
    .sort((a, b) => b.coded - a.coded)
    .map(({ grid, category }) => ofChildren(grid, category));
}

function gridGap({ codebook }: DisplayStudy, otherwise: Gap): Gap {
  if (codebook.every(({ categories }) => categories.length === 0)) return 'grid';
  return codebook.every((grid) => codingsOf(grid) === 0) ? 'codings' : otherwise;
}

function themes(study: DisplayStudy, rule: ChoiceRule & { kind: 'themes' }, taken: Taken): Offer {
  const other = rule.not ? taken[rule.not]?.axis : null;
  const otherGrid = other?.kind === 'grid' ? other.gridId : null;
  const grids = codedGrids(study).filter(({ id }) => id !== otherGrid);
  const preferred = grids.filter(({ key }) => key === rule.prefers);
  const inOrder = [...preferred, ...grids.filter((grid) => !preferred.includes(grid))];
  const options = inOrder.flatMap((grid) => levelsOffered(grid, rule.level ?? 'readable'));
  return offer([...options, ...parentsOffered(study)], gridGap(study, otherGrid ? 'secondGrid' : 'theme'));
}

const isNamed = (name: string, pattern: RegExp): boolean => pattern.test(folded(name));

function labelText({ label }: DisplayOption): string {
  return 'text' in label ? label.text : '';
}

function children(study: DisplayStudy, rule: ChoiceRule & { kind: 'children' }, taken: Taken): Offer {
  const flat = codedGrids(study).filter((grid) => depthOf(grid) === 1 && grid.categories.length > 1);
  const all = [...parentsOffered(study), ...flat.map((grid) => ofGrid(grid, 1))];
  const options = all.filter(({ key }) => key !== (rule.not ? taken[rule.not]?.key : undefined));
  const named = options.find((each) => rule.prefers && isNamed(labelText(each), rule.prefers));
  return offer(options, gridGap(study, 'theme'), named?.key ?? (rule.mustPrefer ? null : (options[0]?.key ?? null)));
}

/** One category with what stands below it; `among`: of the grid that another choice took, and none that it shows by a parent. */
function category(study: DisplayStudy, rule: ChoiceRule & { kind: 'category' }, taken: Taken): Offer {
  const heads = rule.among ? (taken[rule.among]?.categories ?? []) : codedGrids(study).flatMap(({ categories }) => categories);
  const gridOf = (found: Category): Grid | undefined => study.codebook.find(({ id }) => id === found.gridId);
  const options = heads
    .filter((each) => `category:${each.id}` !== (rule.not ? taken[rule.not]?.key : undefined))
    .map((each) => {
      const grid = gridOf(each);
      const below = grid ? childrenIn(grid, each.id) : [];
      return option({
        key: `category:${each.id}`,
        label: { text: each.name },
        detail: grid ? { within: grid.title } : null,
        categories: rule.among || below.length === 0 ? [each] : below,
      });
    });
  const named = options.find((each) => isNamed(labelText(each), rule.prefers));
  return offer(options, gridGap(study, 'theme'), named?.key ?? (rule.mustPrefer ? null : (options.at(-1)?.key ?? null)));
}

const CASES = option({ key: 'case', label: { word: 'cases' }, axis: { kind: 'case' } });

function picked(key: string, text: string, ids: readonly string[]): DisplayOption {
  const of = { kind: 'case', ids: ids as Case['id'][] } as const;
  return option({ key, label: { text }, axis: { kind: 'picked', name: text, of: { ...of, ids: [...of.ids] } } });
}

/** All of them, or those of a group. */
function cases({ cases: all, groups }: DisplayStudy): Offer {
  const ofGroups = groups.filter(({ caseIds }) => caseIds.length > 1).map(({ id, name, caseIds }) => picked(`caseGroup:${id}`, name, caseIds));
  return offer(all.length > 1 ? [CASES, ...ofGroups] : [], 'cases');
}

function people(study: DisplayStudy, first: 'case' | 'participant' | 'source'): Offer {
  const lists = {
    case: study.cases.length > 0 ? CASES : null,
    participant:
      peopleStudied(study.participants).length > 0
        ? option({ key: 'participant', label: { word: 'participants' }, axis: { kind: 'participant' } })
        : null,
    source: study.sources.length > 0 ? option({ key: 'source', label: { word: 'sources' }, axis: { kind: 'source' } }) : null,
  };
  const order = [first, ...(['case', 'participant', 'source'] as const).filter((kind) => kind !== first)];
  return offer(
    order.flatMap((kind) => lists[kind] ?? []),
    'people',
  );
}

/** How many different values sort things into kinds, rather than name each of them. */
const FEW = { min: 2, max: 8 } as const;

export function valuesTaken({ values }: DisplayStudy, { id }: Pick<Attribute, 'id'>): string[] {
  return [...new Set(values.filter(({ attributeId, value }) => attributeId === id && value !== '').map(({ value }) => value))];
}

function ofAttribute({ id, name, scope }: Attribute): DisplayOption {
  return option({
    key: `attribute:${id}`,
    label: { text: name },
    detail: { within: scope },
    axis: { kind: 'attribute', attributeId: id },
    unit: { kind: scope },
  });
}

/** Attributes that sort, people's before sources' before cases'; those with a list of values before the others. */
function sortingAttributes(study: DisplayStudy): Attribute[] {
  const scopes = ['participant', 'source', 'case'] as const;
  const listed = (attribute: Attribute): number => Number(attribute.type !== 'choice' && attribute.type !== 'ordered');
  return study.attributes
    .filter((attribute) => {
      const count = valuesTaken(study, attribute).length;
      return count >= FEW.min && count <= FEW.max;
    })
    .sort((a, b) => scopes.indexOf(a.scope) - scopes.indexOf(b.scope) || listed(a) - listed(b));
}

function roles(study: DisplayStudy): Offer {
  return offer(
    sortingAttributes(study)
      .filter(({ scope }) => scope !== 'case')
      .map(ofAttribute),
    'roles',
  );
}

function actors(study: DisplayStudy): Offer {
  return offer([...roles(study).options, ...people(study, 'participant').options], 'people');
}

const STEPS = /^(etape|phase|marche|step|stage)/;

/** Steps that a grid names, or the calendar of the sources. */
function steps(study: DisplayStudy): Offer {
  const named = parentsOffered(study).filter((each) => isNamed(labelText(each), STEPS));
  const dates = study.sources.flatMap(({ date }) => date ?? []);
  const spans = (length: number): number => new Set(dates.map((date) => date.slice(0, length))).size;
  const by = (['month', 'quarter', 'year', 'day'] as const).filter((step) => spans(step === 'year' ? 4 : step === 'day' ? 10 : 7) > 1);
  const period = (rule: PeriodRule & { by: OptionWord }): DisplayOption =>
    option({ key: `period:${rule.by}`, label: { word: rule.by }, axis: { kind: 'period', attributeId: null, rule } });
  return offer([...named, ...by.map((step) => period({ by: step }))], 'dates');
}

/** By what cases can be put in order: an attribute with sizes or steps, or how they were rated. */
function order(study: DisplayStudy): Offer {
  const sized = study.attributes.filter(
    (attribute) => attribute.scope === 'case' && ['number', 'ordered', 'date'].includes(attribute.type) && valuesTaken(study, attribute).length > 1,
  );
  const byAttribute = sized.map((attribute) => ({
    ...ofAttribute(attribute),
    order: { by: 'attribute', attributeId: attribute.id, descending: true } as const,
  }));
  const isRated = study.scales.some(({ cells }) => cells > 0);
  const mean = option({ key: 'rating', label: { word: 'meanRating' }, order: { by: 'rating', of: null, descending: true } });
  return offer([...byAttribute, ...(isRated ? [mean] : [])], 'orderedAttribute');
}

function attribute(study: DisplayStudy, rule: ChoiceRule & { kind: 'attribute' }, taken: Taken): Offer {
  const other = rule.not ? taken[rule.not] : null;
  return offer(
    sortingAttributes(study)
      .map(ofAttribute)
      .filter(({ key }) => key !== other?.key),
    'twoAttributes',
  );
}

/** What the choices before this one took. */
export type Taken = Readonly<Record<string, DisplayOption | null | undefined>>;

export function offerFor(rule: ChoiceRule, study: DisplayStudy, taken: Taken): Offer {
  switch (rule.kind) {
    case 'themes':
      return themes(study, rule, taken);
    case 'children':
      return children(study, rule, taken);
    case 'category':
      return category(study, rule, taken);
    case 'cases':
      return cases(study);
    case 'people':
      return people(study, rule.first);
    case 'roles':
      return roles(study);
    case 'actors':
      return actors(study);
    case 'steps':
      return steps(study);
    case 'order':
      return order(study);
    case 'attribute':
      return attribute(study, rule, taken);
  }
}

/** The finest categories of a list: those below, where there are any. */
export function idsOf(options: readonly (DisplayOption | null | undefined)[]): CategoryId[] {
  return [...new Set(options.flatMap((each) => each?.categories.map(({ id }) => id) ?? []))];
}
