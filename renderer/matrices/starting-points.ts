// Matrices ready to be opened: what this very project, with its grids, cases and attributes, can cross usefully.
import { folded } from '../../shared/domain/category.ts';
import type { Grid } from '../../shared/domain/category.ts';
import type { AxisSpec, MatrixDefinition } from '../../shared/domain/matrix.ts';
import type { MatricesWords } from '../../shared/i18n/matrices.ts';
import { definitionOf } from './definition.ts';
import { axisChoices, axisKey, choiceKey, codingsOf, depthOf, headsAt, valuesOf } from './frame.ts';
import type { ProjectFrame } from './frame.ts';

export type StartingReason = keyof MatricesWords['startWhy'];

export interface StartingPoint {
  readonly key: string;
  readonly reason: StartingReason;
  readonly definition: MatrixDefinition;
}

const MOST = 6;
/** More themes than this do not make a readable table; a higher level is taken instead. */
const READABLE_THEMES = 12;
const READABLE_VALUES = { min: 2, max: 8 } as const;

const CASE: AxisSpec = { kind: 'case' };

/** Views that the authors of a shipped grid work with: top categories by their names, in either language. */
const VIEWS_OF_GRIDS: Readonly<
  Record<string, { readonly reason: StartingReason; readonly rows: readonly string[]; readonly columns: readonly string[] | 'participant' }>
> = {
  'cooperation-ingredients': { reason: 'mirror', rows: ['Ingrédients', 'Ingredients'], columns: ['Garde-fous', 'Guard-rails'] },
  'protocole-partenariat': { reason: 'ordered', rows: ['Étapes', 'Steps'], columns: 'participant' },
  'alliances-territoriales': {
    reason: 'obstacles',
    rows: ['Freins techniques', 'Technical obstacles'],
    columns: ["Étapes d'une alliance stratégique", 'Stages of a strategic alliance'],
  },
};

/** The finest level that still reads at a glance; a level, not the leaves, stays true when categories grow below it. */
function themes(grid: Grid): AxisSpec {
  let level = depthOf(grid);
  while (level > 1 && headsAt(grid, level).length > READABLE_THEMES) level -= 1;
  return { kind: 'grid', gridId: grid.id, level };
}

/** The top categories, so that what lies below shows up in the cells as things found. */
function families(grid: Grid): AxisSpec {
  return { kind: 'grid', gridId: grid.id, level: 1 };
}

function childrenOf(grid: Grid, names: readonly string[]): AxisSpec | null {
  const wanted = new Set(names.map(folded));
  const category = grid.categories.find((each) => wanted.has(folded(each.name)) && grid.categories.some(({ parentId }) => parentId === each.id));
  return category ? { kind: 'category', categoryId: category.id } : null;
}

function viewOfGrid(grid: Grid, cases: readonly AxisSpec[]): StartingPoint | null {
  const view = VIEWS_OF_GRIDS[grid.key];
  const rows = view && childrenOf(grid, view.rows);
  const columns = view && (view.columns === 'participant' ? ({ kind: 'participant' } as const) : childrenOf(grid, view.columns));
  if (!view || !rows || !columns) return null;
  return point(view.reason, [rows], columns.kind === 'participant' ? [columns] : [columns, ...cases]);
}

function point(reason: StartingReason, rows: readonly AxisSpec[], columns: readonly AxisSpec[]): StartingPoint {
  const key = [...rows.map(axisKey), '×', ...columns.map(axisKey)].join(' ');
  // Whoever says nothing about these themes would only be an empty row or column.
  const hidesEmpty = [...rows, ...columns].some(({ kind }) => kind === 'source' || kind === 'participant');
  return { key, reason, definition: { ...definitionOf(rows, columns), hidesEmpty } };
}

/** An attribute that sorts people, else documents, else cases, into a few kinds. */
function kindAttribute(frame: ProjectFrame): AxisSpec | null {
  const scopes = ['participant', 'source', 'case'] as const;
  const sorts = frame.corpus.attributes.filter(({ id }) => {
    const values = valuesOf(id, frame).length;
    return values >= READABLE_VALUES.min && values <= READABLE_VALUES.max;
  });
  const attribute = scopes.flatMap((scope) => sorts.filter((each) => each.scope === scope))[0];
  return attribute ? { kind: 'attribute', attributeId: attribute.id } : null;
}

/** At most six, the most telling first; empty while nothing is coded. */
export function startingPoints(frame: ProjectFrame): StartingPoint[] {
  const grids = frame.codebook.filter((grid) => codingsOf(grid) > 0).sort((a, b) => codingsOf(b) - codingsOf(a));
  const cases = frame.corpus.cases.length > 0 ? [CASE] : [];
  const attribute = kindAttribute(frame);
  const points: (StartingPoint | null)[] = [];

  const dimensions = grids.find(({ key }) => key === 'innovation-sociale');
  const tools = grids.find(({ key }) => key === 'outils-de-gestion');
  if (dimensions && tools) points.push(point('flagship', [themes(dimensions)], [families(tools), ...cases]));
  points.push(...grids.map((grid) => viewOfGrid(grid, cases)));
  const [first, second] = grids;
  if (first && second && !(dimensions && tools)) points.push(point('pair', [themes(first)], [families(second), ...cases]));
  if (cases.length > 0) points.push(...grids.slice(0, 2).map((grid) => point('gridByCase', [themes(grid)], cases)));
  if (first && attribute) points.push(point('gridByAttribute', [themes(first)], [attribute]));
  if (cases.length > 0 && attribute && first) points.push(point('caseByAttribute', cases, [attribute]));
  if (first) points.push(point('gridBySource', [themes(first)], [{ kind: 'source' }]));
  if (first && frame.coders.filter(({ codings }) => codings > 0).length > 1) points.push(point('gridByCoder', [themes(first)], [{ kind: 'coder' }]));
  return points.filter((each) => each !== null).slice(0, MOST);
}

/** Rows and columns that it would make before empty ones are left out. */
export function sizeOf(definition: MatrixDefinition, frame: ProjectFrame, words: MatricesWords): { rows: number; columns: number } {
  const sizes = new Map(axisChoices(frame, words).map((choice) => [choice.key, choice.size]));
  const product = (axes: readonly AxisSpec[]) => axes.reduce((total, axis) => total * (sizes.get(choiceKey(axis, frame)) ?? 0), 1);
  return { rows: product(definition.rows), columns: product(definition.columns) };
}
