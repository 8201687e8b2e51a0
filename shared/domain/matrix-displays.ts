// Ready-made displays: matrices that the methods' literature describes, each filling itself from what the project has. Data and pure rules;
// their words are in shared/i18n/matrix-displays.ts.
import type { ChoiceId, Chosen, Display, Plan } from './display.ts';
import { idsOf, offerFor } from './display-choices.ts';
import type { DisplayOption, DisplayStudy, Gap, Taken } from './display-choices.ts';
import type { AxisSpec, CellContent, MatrixDefinition } from './matrix.ts';

const THEMES = { kind: 'themes' } as const;
const CASE: AxisSpec = { kind: 'case' };

/** Categories of several choices side by side. */
function together(...options: readonly (DisplayOption | undefined)[]): AxisSpec {
  return { kind: 'picked', name: '', of: { kind: 'category', ids: idsOf(options) } };
}

export const MATRIX_DISPLAYS: readonly Display[] = [
  {
    id: 'caseComparison',
    family: 'compare',
    references: ['peres2021', 'milesHubermanSaldana2014'],
    shape: { rows: [5], columns: [2, 2, 2], mark: 'numbers' },
    choices: [
      ['dimensions', { kind: 'themes', prefers: 'innovation-sociale' }],
      ['tools', { kind: 'themes', prefers: 'outils-de-gestion', level: 'top', not: 'dimensions' }],
      ['cases', { kind: 'cases' }],
    ],
    build: ({ dimensions, tools, cases }) => ({
      rows: [dimensions?.axis],
      columns: [tools?.axis, cases?.axis],
      contents: ['counts', 'categories', 'synthesis'],
    }),
  },
  {
    id: 'contrastTable',
    family: 'compare',
    references: ['milesHubermanSaldana2014'],
    shape: { rows: [6], columns: [2], mark: 'stances' },
    rates: true,
    choices: [
      ['cases', { kind: 'cases' }],
      ['themes', THEMES],
    ],
    build: ({ cases, themes }) => ({ rows: [themes?.axis], columns: [cases?.axis], contents: ['rating', 'counts', 'stance', 'synthesis'] }),
  },
  {
    id: 'leversGuardrails',
    family: 'compare',
    references: ['ballon2022'],
    shape: { rows: [3, 3], columns: [3], mark: 'stances' },
    rates: true,
    choices: [
      ['levers', { kind: 'children', prefers: /^(ingredient|levier|lever|enabler)/, mustPrefer: true }],
      ['guardrails', { kind: 'children', prefers: /^(garde-fou|guard)/, mustPrefer: true, not: 'levers' }],
      ['cases', { kind: 'cases' }],
    ],
    build: ({ levers, guardrails, cases }) => ({
      rows: [together(levers, guardrails)],
      columns: [cases?.axis],
      contents: ['rating', 'counts', 'stance', 'synthesis'],
    }),
  },
  {
    id: 'frameworkChart',
    family: 'describe',
    references: ['ritchieSpencer1994', 'gale2013'],
    shape: { rows: [5], columns: [4], mark: 'words' },
    choices: [
      ['theme', { kind: 'children' }],
      ['people', { kind: 'people', first: 'case' }],
    ],
    build: ({ theme, people }) => ({ rows: [people?.axis], columns: [theme?.axis], contents: ['rating', 'counts', 'synthesis', 'pinned'] }),
  },
  {
    id: 'conceptuallyClustered',
    family: 'describe',
    references: ['milesHubermanSaldana2014'],
    shape: { rows: [5], columns: [2, 4], mark: 'words' },
    choices: [
      ['people', { kind: 'people', first: 'participant' }],
      ['themes', THEMES],
    ],
    build: ({ people, themes }) => ({ rows: [people?.axis], columns: [themes?.axis], contents: ['counts', 'synthesis'], hidesEmpty: true }),
  },
  {
    id: 'metaMatrix',
    family: 'describe',
    references: ['milesHubermanSaldana2014'],
    shape: { rows: [3, 3], columns: [4], mark: 'quotes' },
    choices: [
      ['units', { kind: 'people', first: 'source' }],
      ['themes', THEMES],
    ],
    build: ({ units, themes }) => ({
      rows: units?.key === 'case' ? [CASE] : [CASE, units?.axis],
      columns: [themes?.axis],
      contents: ['counts', 'synthesis', 'passages'],
      hidesEmpty: true,
    }),
  },
  {
    id: 'checklist',
    family: 'describe',
    references: ['milesHubermanSaldana2014'],
    shape: { rows: [6], columns: [4], mark: 'ratings' },
    rates: true,
    choices: [
      ['condition', { kind: 'children', prefers: /^(condition|ingredient|composante|component)/ }],
      ['actors', { kind: 'actors' }],
    ],
    build: ({ condition, actors }) => ({ rows: [condition?.axis], columns: [actors?.axis], contents: ['rating', 'counts', 'pinned', 'synthesis'] }),
  },
  {
    id: 'needsResources',
    family: 'describe',
    references: ['mira2021'],
    shape: { rows: [5], columns: [2, 2], mark: 'words' },
    choices: [
      ['needs', { kind: 'category', prefers: /^(besoin|need)/, mustPrefer: true }],
      ['resources', { kind: 'category', prefers: /^(ressource|resource)/, mustPrefer: true, not: 'needs' }],
      ['actors', { kind: 'people', first: 'participant' }],
    ],
    build: ({ needs, resources, actors }) => ({
      rows: [actors?.axis],
      columns: [together(needs, resources)],
      contents: ['counts', 'synthesis', 'passages'],
      hidesEmpty: true,
    }),
  },
  {
    id: 'roleOrdered',
    family: 'order',
    references: ['milesHubermanSaldana2014'],
    shape: { rows: [2, 3, 2], columns: [4], mark: 'words' },
    choices: [
      ['roles', { kind: 'roles' }],
      ['themes', THEMES],
    ],
    build: ({ roles, themes }) => ({
      rows: [roles?.axis, { kind: 'participant' }],
      columns: [themes?.axis],
      contents: ['counts', 'synthesis'],
      hidesEmpty: true,
    }),
  },
  {
    id: 'timeOrdered',
    family: 'order',
    references: ['milesHubermanSaldana2014', 'mira2021'],
    shape: { rows: [6], columns: [4], mark: 'quotes', isOrdered: true },
    choices: [
      ['when', { kind: 'steps' }],
      ['actors', { kind: 'actors' }],
    ],
    build: ({ when, actors }) => ({ rows: [when?.axis], columns: [actors?.axis], contents: ['counts', 'synthesis', 'passages'] }),
  },
  {
    id: 'caseOrdered',
    family: 'order',
    references: ['milesHubermanSaldana2014'],
    shape: { rows: [5], columns: [4], mark: 'ratings', isOrdered: true },
    rates: true,
    choices: [
      ['cases', { kind: 'cases' }],
      ['order', { kind: 'order' }],
      ['themes', THEMES],
    ],
    build: ({ cases, order, themes }) => ({
      rows: [cases?.axis],
      columns: [themes?.axis],
      contents: ['rating', 'counts', 'synthesis'],
      rowOrder: order?.order,
    }),
  },
  {
    id: 'predictorOutcome',
    family: 'explain',
    references: ['milesHubermanSaldana2014'],
    shape: { rows: [5], columns: [4, 1], mark: 'ratings', isOrdered: true },
    rates: true,
    choices: [
      ['cases', { kind: 'cases' }],
      ['predictors', THEMES],
      ['outcome', { kind: 'category', among: 'predictors', prefers: /^(changement|change|impact|performance|resultat|outcome|effet)/ }],
    ],
    build: ({ cases, predictors, outcome }) => ({
      rows: [cases?.axis],
      columns: [{ kind: 'picked', name: '', of: { kind: 'category', ids: [...predictorsBut(predictors, outcome), ...idsOf([outcome])] } }],
      contents: ['rating', 'counts', 'synthesis'],
      rowOrder: { by: 'rating', of: `category:${outcome?.categories[0]?.id ?? ''}`, descending: true },
    }),
  },
  {
    id: 'variableByVariable',
    family: 'explain',
    references: ['milesHubermanSaldana2014'],
    shape: { rows: [4], columns: [3], mark: 'words' },
    choices: [
      ['first', { kind: 'attribute' }],
      ['second', { kind: 'attribute', not: 'first' }],
    ],
    // in each cell the names of the cases (or sources, or people) that have the one value and the other
    build: ({ first, second }) => ({
      rows: [first?.axis],
      columns: [second?.axis],
      contents: [namingOf(first?.unit), 'synthesis'],
    }),
  },
  {
    id: 'brakesSteps',
    family: 'explain',
    references: ['rameau2019'],
    shape: { rows: [4], columns: [3], mark: 'quotes' },
    choices: [
      ['brakes', { kind: 'children', prefers: /^(frein|obstacle|brake|barrier|technical obstacle)/, mustPrefer: true }],
      ['steps', { kind: 'children', prefers: /^(etape|phase|step|stage)/, mustPrefer: true, not: 'brakes' }],
    ],
    build: ({ brakes, steps }) => ({
      rows: [brakes?.axis],
      columns: [steps?.axis],
      join: { kind: 'turn' },
      contents: ['counts', 'synthesis', 'passages'],
    }),
  },
  {
    id: 'constructTable',
    family: 'evidence',
    references: ['eisenhardtGraebner2007'],
    shape: { rows: [5], columns: [4], mark: 'ratings' },
    rates: true,
    choices: [
      ['constructs', THEMES],
      ['cases', { kind: 'cases' }],
    ],
    build: ({ constructs, cases }) => ({
      rows: [constructs?.axis],
      columns: [cases?.axis],
      contents: ['rating', 'counts', 'synthesis', 'pinned'],
    }),
  },
  {
    id: 'evidenceTable',
    family: 'evidence',
    references: ['gioia2013', 'pratt2009'],
    shape: { rows: [2, 3, 2], columns: [2], mark: 'quotes' },
    choices: [
      ['themes', { kind: 'themes', level: 'finest' }],
      ['people', { kind: 'people', first: 'case' }],
    ],
    build: ({ themes, people }) => ({ rows: [themes?.axis], columns: [people?.axis], contents: ['counts', 'pinned', 'passages'], hidesEmpty: true }),
  },
];

/** What names the things of this axis in a cell. */
function namingOf(unit: AxisSpec | null | undefined): CellContent {
  return unit?.kind === 'source' ? 'sources' : unit?.kind === 'participant' ? 'participants' : 'cases';
}

function predictorsBut(predictors: DisplayOption | undefined, outcome: DisplayOption | undefined) {
  const last = new Set(idsOf([outcome]));
  return idsOf([predictors]).filter((id) => !last.has(id));
}

export interface FilledChoice {
  readonly id: ChoiceId;
  readonly options: readonly DisplayOption[];
  /** Null: the reader has to say. */
  readonly chosen: DisplayOption | null;
}

export interface FilledDisplay {
  readonly display: Display;
  readonly choices: readonly FilledChoice[];
  /** What the project lacks; the display cannot be opened before. */
  readonly gaps: readonly Gap[];
  /** What would make it say more. */
  readonly advice: readonly Gap[];
  /** Null while something is lacking or to be chosen. */
  readonly definition: MatrixDefinition | null;
}

function definitionOf({ rows, columns, contents, join, rowOrder, hidesEmpty }: Plan): MatrixDefinition {
  const given = (axes: readonly (AxisSpec | null | undefined)[]): AxisSpec[] => axes.filter((axis) => axis !== null && axis !== undefined);
  return {
    rows: given(rows),
    columns: given(columns),
    join: join ?? { kind: 'overlap' },
    coderIds: null,
    contents: [...contents],
    hidesEmpty: hidesEmpty ?? false,
    ...(rowOrder ? { rowOrder } : {}),
  };
}

/** A display with what was picked of its choices (choice → option's key), the likeliest option for the others. */
export function filledDisplay(display: Display, study: DisplayStudy, picks: Readonly<Partial<Record<ChoiceId, string>>> = {}): FilledDisplay {
  const taken: Record<string, DisplayOption | null> = {};
  const gaps = new Set<Gap>();
  const choices = display.choices.map(([id, rule]): FilledChoice => {
    const { options, first, gap } = offerFor(rule, study, taken satisfies Taken);
    if (gap) gaps.add(gap);
    const chosen = options.find(({ key }) => key === picks[id]) ?? options.find(({ key }) => key === first) ?? null;
    taken[id] = chosen;
    return { id, options, chosen };
  });
  const isReady = gaps.size === 0 && choices.every(({ chosen }) => chosen !== null);
  const isRated = study.scales.some(({ cells }) => cells > 0);
  return {
    display,
    choices,
    gaps: [...gaps],
    advice: display.rates && !isRated && gaps.size === 0 ? ['scale'] : [],
    definition: isReady ? definitionOf(display.build(taken as Chosen)) : null,
  };
}

export function filledDisplays(study: DisplayStudy): FilledDisplay[] {
  return MATRIX_DISPLAYS.map((display) => filledDisplay(display, study));
}

export function displayById(id: string | null): Display | undefined {
  return MATRIX_DISPLAYS.find((display) => display.id === id);
}
