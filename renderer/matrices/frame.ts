// What the project offers to cross, and how each thing is called: grids, cases, people and attributes in the project's own words.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Category, Codebook, Grid } from '../../shared/domain/category.ts';
import { lineage } from '../../shared/domain/category.ts';
import type { RatingScale } from '../../shared/domain/cell.ts';
import type { Attribute, Coder } from '../../shared/domain/corpus.ts';
import { depthOf, headsAt, leavesOf } from '../../shared/domain/grid-levels.ts';
import type { Guide } from '../../shared/domain/guide.ts';
import type { AxisSpec } from '../../shared/domain/matrix.ts';
import { peopleStudied } from '../../shared/domain/matrix-holder-axes.ts';
import type { ResearchQuestion } from '../../shared/domain/research-question.ts';
import type { MatricesWords } from '../../shared/i18n/matrices.ts';

/** All that the sentence, the pickers and the ready-made displays read of the project. */
export interface ProjectFrame {
  readonly codebook: Codebook;
  readonly corpus: Corpus;
  readonly coders: readonly Coder[];
  readonly guides: readonly Guide[];
  readonly researchQuestions: readonly ResearchQuestion[];
  readonly scales: readonly RatingScale[];
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
      return attributeName(spec.attributeId, frame, words);
    case 'source':
      return hasOnlyInterviews(frame) ? words.interviews : words.source;
    case 'period':
      return words.axes.period(
        spec.attributeId === null ? words.axes.dates : attributeName(spec.attributeId, frame, words),
        words.axes.by[spec.rule.by],
      );
    case 'guide':
      return words.axes[spec.level];
    case 'picked':
      return spec.name || words.axes.picked[spec.of.kind];
    case 'sourceKind':
    case 'speaker':
    case 'researchQuestion':
      return words.axes[spec.kind];
    default:
      return words[spec.kind];
  }
}

function attributeName(id: string, frame: ProjectFrame, words: MatricesWords): string {
  return frame.corpus.attributes.find((each) => each.id === id)?.name ?? words.goneAttribute;
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
    case 'guide':
      return `guide:${spec.level}`;
    case 'period':
      return `period:${spec.attributeId ?? ''}:${JSON.stringify(spec.rule)}`;
    case 'picked':
      return `picked:${spec.of.kind}:${spec.name}:${spec.of.ids.join(',')}`;
    default:
      return spec.kind;
  }
}

/** The key under which the picker offers an axis: a grid's deepest level shows what its leaves show, and stands there once. */
export function choiceKey(spec: AxisSpec, frame: ProjectFrame): string {
  if (spec.kind === 'period') return `period:${spec.attributeId ?? ''}`;
  if (spec.kind === 'picked') return `picked:${spec.of.kind}`;
  if (spec.kind !== 'grid' || spec.level === null) return axisKey(spec);
  const grid = frame.codebook.find(({ id }) => id === spec.gridId);
  return axisKey(grid && spec.level >= depthOf(grid) ? { ...spec, level: null } : spec);
}

/** True for axes that list categories: two of them make the rule of meeting matter. */
export function listsCategories(spec: AxisSpec): boolean {
  return spec.kind === 'grid' || spec.kind === 'category' || (spec.kind === 'picked' && spec.of.kind === 'category');
}

/** Values that an attribute takes in the project, without the empty one. */
export function valuesOf(attributeId: string, frame: ProjectFrame): string[] {
  return [...new Set(frame.corpus.values.filter((value) => value.attributeId === attributeId && value.value !== '').map(({ value }) => value))];
}

export const AXIS_GROUPS = ['grids', 'categories', 'corpus', 'participants', 'attributes', 'time', 'guide', 'hand'] as const;
export type AxisGroup = (typeof AXIS_GROUPS)[number];

/** What has to be said before the axis is known. */
export type AxisStep =
  | { readonly kind: 'period'; readonly attributeId: Attribute['id'] | null }
  | { readonly kind: 'picked'; readonly of: PickedKind }
  | { readonly kind: 'questions' };

export type PickedKind = (AxisSpec & { kind: 'picked' })['of']['kind'];

/** One line of the axis picker. */
export interface AxisChoice {
  readonly key: string;
  /** An axis at once, or what leads to one. */
  readonly to: { readonly spec: AxisSpec } | { readonly step: AxisStep };
  readonly group: AxisGroup;
  readonly name: string;
  /** What tells it from others of the same name. */
  readonly hint: string;
  /** How many rows or columns it would make, at most. */
  readonly size: number;
}

function gridChoices(grid: Grid, words: MatricesWords): AxisChoice[] {
  const depth = depthOf(grid);
  if (depth === 0) return [];
  const whole = { kind: 'grid', gridId: grid.id, level: null } as const;
  const choices: AxisChoice[] = [
    { key: axisKey(whole), to: { spec: whole }, group: 'grids', name: grid.title, hint: depth > 1 ? words.leaves : '', size: leavesOf(grid).length },
  ];
  for (let level = 1; level < depth; level += 1) {
    const spec = { kind: 'grid', gridId: grid.id, level } as const;
    choices.push({
      key: axisKey(spec),
      to: { spec },
      group: 'grids',
      name: grid.title,
      hint: words.levelHint(level),
      size: headsAt(grid, level).length,
    });
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
    return [{ key: axisKey(spec), to: { spec }, group: 'categories' as const, name: category.name, hint: [grid.title, ...above].join(' › '), size }];
  });
}

function corpusChoices(frame: ProjectFrame, words: MatricesWords): AxisChoice[] {
  const { corpus } = frame;
  const sizes = {
    case: corpus.cases.length,
    caseGroup: corpus.groups.length,
    source: corpus.sources.length,
    sourceKind: new Set(corpus.sources.map(({ kind }) => kind)).size,
    participant: peopleStudied(corpus.participants).length,
    speaker: new Set(corpus.speakers.map(({ label }) => label)).size,
    coder: frame.coders.length,
  };
  const kinds = ['case', 'caseGroup', 'source', 'sourceKind', 'participant', 'speaker', 'coder'] as const;
  // nobody who made no group of cases, or has sources of one kind only, is asked about them
  const asked = kinds.filter((kind) => (kind === 'caseGroup' ? sizes.caseGroup > 0 : kind === 'sourceKind' ? sizes.sourceKind > 1 : true));
  return asked.map((kind) => ({
    key: kind,
    to: { spec: { kind } },
    group: 'corpus',
    name: axisName({ kind }, frame, words),
    hint: '',
    size: sizes[kind],
  }));
}

function attributeChoices(frame: ProjectFrame, words: MatricesWords): AxisChoice[] {
  return frame.corpus.attributes.map((attribute) => {
    const spec = { kind: 'attribute', attributeId: attribute.id } as const;
    const group = attribute.scope === 'participant' ? 'participants' : 'attributes';
    return {
      key: axisKey(spec),
      to: { spec },
      group,
      name: attribute.name,
      hint: words.attributeOf[attribute.scope],
      size: valuesOf(attribute.id, frame).length,
    };
  });
}

/** Dates of the sources, and every attribute that is a date. */
function timeChoices(frame: ProjectFrame, words: MatricesWords): AxisChoice[] {
  const dated = frame.corpus.sources.filter(({ date }) => date !== null).length;
  const choice = (attributeId: Attribute['id'] | null, name: string, size: number): AxisChoice => ({
    key: `period:${attributeId ?? ''}`,
    to: { step: { kind: 'period', attributeId } },
    group: 'time',
    name,
    hint: words.axes.perPeriod,
    size,
  });
  const dates = frame.corpus.attributes.filter(({ type }) => type === 'date');
  return [choice(null, words.axes.dates, dated), ...dates.map(({ id, name }) => choice(id, name, valuesOf(id, frame).length))];
}

function guideChoices(frame: ProjectFrame, words: MatricesWords): AxisChoice[] {
  const themes = frame.guides.flatMap(({ themes: own }) => own);
  const sizes = { theme: themes.length, question: themes.flatMap(({ questions }) => questions).length };
  const levels = sizes.question > 0 ? (['theme', 'question'] as const) : [];
  const ofGuide = levels.map((level): AxisChoice => {
    const spec = { kind: 'guide', level } as const;
    return { key: axisKey(spec), to: { spec }, group: 'guide', name: words.axes[level], hint: '', size: sizes[level] };
  });
  const own: AxisChoice = {
    key: 'researchQuestion',
    to: { step: { kind: 'questions' } },
    group: 'guide',
    name: words.axes.researchQuestion,
    hint: words.axes.ownQuestions,
    // one can be written on the spot
    size: Math.max(1, frame.researchQuestions.length),
  };
  return [...ofGuide, own];
}

/** What a list picked by hand can be made of. */
export interface Pickable {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
}

export function pickables(kind: PickedKind, frame: ProjectFrame): Pickable[] {
  const plain = (things: readonly { readonly id: string; readonly name: string }[]): Pickable[] =>
    things.map(({ id, name }) => ({ id, name, hint: '' }));
  switch (kind) {
    case 'category':
      return frame.codebook.flatMap((grid) => {
        const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
        return grid.categories.map(({ id, name }) => {
          const above = lineage(byId, id).slice(0, -1);
          return { id, name, hint: [grid.title, ...above.map((step) => step.name)].join(' › ') };
        });
      });
    case 'case':
      return plain(frame.corpus.cases);
    case 'caseGroup':
      return plain(frame.corpus.groups);
    case 'source':
      return plain(frame.corpus.sources);
    case 'participant':
      return plain(frame.corpus.participants);
    case 'coder':
      return plain(frame.coders);
    case 'question':
      return frame.guides.flatMap(({ themes }) =>
        themes.flatMap((theme) => theme.questions.map(({ id, text }) => ({ id: id as string, name: text, hint: theme.name }))),
      );
  }
}

const PICKED: readonly PickedKind[] = ['category', 'case', 'caseGroup', 'source', 'participant', 'coder', 'question'];

function handChoices(frame: ProjectFrame, words: MatricesWords): AxisChoice[] {
  return PICKED.map((of): AxisChoice => {
    const size = pickables(of, frame).length;
    return { key: `picked:${of}`, to: { step: { kind: 'picked', of } }, group: 'hand', name: words.axes.picked[of], hint: '', size };
  }).filter(({ size }) => size > 1);
}

/** Every axis that the project offers, in the picker's order. */
export function axisChoices(frame: ProjectFrame, words: MatricesWords): AxisChoice[] {
  return [
    ...frame.codebook.flatMap((grid) => gridChoices(grid, words)),
    ...frame.codebook.flatMap(categoryChoices),
    ...corpusChoices(frame, words),
    ...attributeChoices(frame, words),
    ...timeChoices(frame, words),
    ...guideChoices(frame, words),
    ...handChoices(frame, words),
  ];
}
