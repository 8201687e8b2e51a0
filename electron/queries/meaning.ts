// Reads what each interview adds to the meaning of categories, as their reader judged it, beside where they were applied.
import { lineage } from '../../shared/domain/category.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { GridId } from '../../shared/domain/ids.ts';
import type { MeaningGrid, MeaningMark, SaturationOrder } from '../../shared/domain/saturation.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { readCodebook } from './codebook.ts';
import { sourcesInOrder } from './saturation.ts';

const PASSAGES = `
  SELECT k.category_id AS categoryId, p.source_id AS sourceId, count(DISTINCT p.id) AS passages
  FROM coding k JOIN passage p ON p.id = k.passage_id JOIN category c ON c.id = k.category_id
  WHERE c.grid_id = ? AND p.lost_quote IS NULL GROUP BY k.category_id, p.source_id`;
const MARKS = `
  SELECT m.category_id AS categoryId, m.source_id AS sourceId, m.level, m.note FROM meaning_mark m JOIN category c ON c.id = m.category_id
  WHERE c.grid_id = ? ORDER BY m.rowid`;

/** Every category of the grid, every source; refuses a grid that is gone. */
export function readMeanings(project: Project, gridId: GridId, order: SaturationOrder): MeaningGrid {
  const grid = readCodebook(project).find(({ id }) => id === gridId);
  if (!grid) throw new Refusal('grid.unknown', { id: gridId });
  const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
  return {
    sources: sourcesInOrder(project, order),
    categories: grid.categories.map(({ id, name, color }) => ({
      id,
      name,
      color,
      path: lineage(byId, id)
        .slice(0, -1)
        .map((above) => above.name),
    })),
    passages: statement<[string], MeaningGrid['passages'][number]>(project.sqlite, PASSAGES).all(gridId),
    marks: statement<[string], MeaningMark>(project.sqlite, MARKS).all(gridId),
  };
}
