// Which categories each interview brings, the interviews taken one after the other: what a saturation table is made of.
import type { CategoryId, GridId, SourceId } from '../../shared/domain/ids.ts';
import type { Project } from '../storage/open-project.ts';

export interface SaturationStep {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly date: string | null;
  readonly codings: number;
  /** Categories applied in it. */
  readonly categories: number;
  /** Those applied in no source before it, in codebook order. */
  readonly added: readonly { readonly id: CategoryId; readonly name: string }[];
  /** Categories applied up to here. */
  readonly cumulative: number;
}

export interface Saturation {
  readonly steps: readonly SaturationStep[];
  /** Categories of the grids; those that no source brings are among them. */
  readonly categories: number;
  /** Sources without a coding of these grids: they are no step. */
  readonly uncoded: number;
}

interface AppliedRow {
  source_id: SourceId;
  category_id: CategoryId;
  codings: number;
}

const APPLIED = `
  SELECT p.source_id, k.category_id, count(*) AS codings FROM coding k JOIN passage p ON p.id = k.passage_id JOIN category c ON c.id = k.category_id
  WHERE p.lost_quote IS NULL AND (@grids IS NULL OR c.grid_id IN (SELECT value FROM json_each(@grids))) GROUP BY p.source_id, k.category_id`;
const SOURCES = 'SELECT id, name, date FROM source ORDER BY position, name';
const CATEGORIES = `
  SELECT c.id, c.name FROM category c JOIN grid g ON g.id = c.grid_id
  WHERE @grids IS NULL OR g.id IN (SELECT value FROM json_each(@grids)) ORDER BY g.position, c.parent_id IS NOT NULL, c.position, c.rowid`;

/** By date, sources of one day in corpus order and those without a date last; or in corpus order, as they were imported. */
export function readSaturation({ sqlite }: Project, gridIds: readonly GridId[] | null, order: 'date' | 'import'): Saturation {
  const grids = gridIds === null ? null : JSON.stringify(gridIds);
  const categories = sqlite.prepare<[{ grids: string | null }], { id: CategoryId; name: string }>(CATEGORIES).all({ grids });
  const applied = Map.groupBy(sqlite.prepare<[{ grids: string | null }], AppliedRow>(APPLIED).all({ grids }), (row) => row.source_id);
  const sources = sqlite.prepare<[], { id: SourceId; name: string; date: string | null }>(SOURCES).all();
  const inOrder = order === 'import' ? sources : sources.toSorted((a, b) => (a.date ?? '~').localeCompare(b.date ?? '~'));
  const known = new Set<CategoryId>();
  const steps = inOrder.flatMap(({ id, name, date }): SaturationStep[] => {
    const rows = applied.get(id);
    if (!rows) return [];
    const here = new Set(rows.map((row) => row.category_id));
    const added = categories.filter((category) => here.has(category.id) && !known.has(category.id));
    for (const category of added) known.add(category.id);
    const codings = rows.reduce((sum, row) => sum + row.codings, 0);
    return [{ sourceId: id, name, date, codings, categories: here.size, added, cumulative: known.size }];
  });
  return { steps, categories: categories.length, uncoded: sources.length - steps.length };
}
