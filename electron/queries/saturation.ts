// Which categories each interview brings, the interviews taken one after the other: what a saturation table is made of.
import type { CategoryId, GridId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import type { Saturation, SaturationOrder, SaturationSetting, SaturationStep, SaturationStudy } from '../../shared/domain/saturation.ts';
import { expectedAccumulation, runsOfLittle } from '../../shared/statistics/accumulation.ts';
import { interviewRichness } from '../../shared/statistics/richness.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';

interface AppliedRow {
  source_id: SourceId;
  category_id: CategoryId;
  codings: number;
}

interface OrderedSource {
  readonly id: SourceId;
  readonly name: string;
  readonly date: string | null;
}

const APPLIED = `
  SELECT p.source_id, k.category_id, count(*) AS codings FROM coding k JOIN passage p ON p.id = k.passage_id JOIN category c ON c.id = k.category_id
  WHERE p.lost_quote IS NULL AND (@grids IS NULL OR c.grid_id IN (SELECT value FROM json_each(@grids))) GROUP BY p.source_id, k.category_id`;
const SOURCES = 'SELECT id, name, date FROM source ORDER BY position, name';
const CATEGORIES = `
  SELECT c.id, c.name FROM category c JOIN grid g ON g.id = c.grid_id
  WHERE @grids IS NULL OR g.id IN (SELECT value FROM json_each(@grids)) ORDER BY g.position, c.parent_id IS NOT NULL, c.position, c.rowid`;
const PASSAGES = `
  SELECT p.id FROM coding k JOIN passage p ON p.id = k.passage_id JOIN turn t ON t.id = p.start_turn_id JOIN source s ON s.id = p.source_id
  WHERE k.category_id = @category AND (@source IS NULL OR p.source_id = @source) AND p.lost_quote IS NULL
  GROUP BY p.id ORDER BY s.position, s.name, t.position, p.start_utf16, p.rowid`;

/** By date, sources of one day in corpus order and those without a date last; or in corpus order, as they were imported. */
export function sourcesInOrder({ sqlite }: Project, order: SaturationOrder): OrderedSource[] {
  const sources = statement<[], OrderedSource>(sqlite, SOURCES).all();
  return order === 'import' ? sources : sources.toSorted((a, b) => (a.date ?? '~').localeCompare(b.date ?? '~'));
}

interface Read extends Saturation {
  /** Step by step, the categories in it, by their place in the codebook. */
  readonly incidence: readonly (readonly number[])[];
}

function read(project: Project, gridIds: readonly GridId[] | null, order: SaturationOrder): Read {
  const grids = gridIds === null ? null : JSON.stringify(gridIds);
  const categories = statement<[{ grids: string | null }], { id: CategoryId; name: string }>(project.sqlite, CATEGORIES).all({ grids });
  const placeOf = new Map(categories.map(({ id }, at) => [id, at]));
  const applied = Map.groupBy(statement<[{ grids: string | null }], AppliedRow>(project.sqlite, APPLIED).all({ grids }), (row) => row.source_id);
  const sources = sourcesInOrder(project, order);
  const known = new Set<CategoryId>();
  const incidence: number[][] = [];
  const steps = sources.flatMap(({ id, name, date }): SaturationStep[] => {
    const rows = applied.get(id);
    if (!rows) return [];
    const here = new Set(rows.map((row) => row.category_id));
    incidence.push([...here].map((category) => placeOf.get(category) ?? -1));
    const added = categories.filter((category) => here.has(category.id) && !known.has(category.id));
    for (const category of added) known.add(category.id);
    const codings = rows.reduce((sum, row) => sum + row.codings, 0);
    return [{ sourceId: id, name, date, codings, categories: here.size, added, cumulative: known.size }];
  });
  return { steps, categories: categories.length, uncoded: sources.length - steps.length, incidence };
}

export function readSaturation(project: Project, gridIds: readonly GridId[] | null, order: SaturationOrder): Saturation {
  const { incidence: _incidence, ...saturation } = read(project, gridIds, order);
  return saturation;
}

/** With the curve over all orders, the runs that add little, and how many categories nobody has met yet. */
export function studySaturation(project: Project, { gridIds, order, ...runs }: SaturationSetting): SaturationStudy {
  const { incidence, ...saturation } = read(project, gridIds, order);
  return {
    ...saturation,
    expected: expectedAccumulation(incidence),
    runs: runsOfLittle(
      saturation.steps.map(({ added }) => added.length),
      runs,
    ),
    richness: interviewRichness(incidence),
  };
}

/** Where a category itself was applied, in a source or in all of them, in corpus order. */
export function passagesOfCategoryIn({ sqlite }: Project, categoryId: CategoryId, sourceId: SourceId | null): PassageId[] {
  const asked = { category: categoryId, source: sourceId };
  return statement<[typeof asked], PassageId>(sqlite, PASSAGES).pluck().all(asked) as unknown as PassageId[];
}
