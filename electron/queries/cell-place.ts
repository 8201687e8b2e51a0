// Finds a saved matrix that shows a crossing: links keep the crossing, not the matrix that they were written in.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CellPlace } from '../../shared/domain/memo-card.ts';
import { cellKey, crossingKey, entityKeysIn } from '../../shared/domain/matrix.ts';
import type { MatrixHeader, SavedMatrix } from '../../shared/domain/matrix.ts';
import { headersOf, resolveAxis } from '../../shared/domain/matrix-axes.ts';
import type { Axis, AxisTitles, StudyFrame } from '../../shared/domain/matrix-axis.ts';
import type { Project } from '../storage/open-project.ts';
import { readStudyFrame } from './matrix-frame.ts';
import { computeMatrix } from './matrix.ts';
import { listMatrices } from './saved-matrices.ts';

/** Where a crossing's things stand among the headers of these axes. */
function headersAt(rowAxes: readonly Axis[], columnAxes: readonly Axis[], key: string): { row: MatrixHeader; column: MatrixHeader } | null {
  const wanted = new Set(entityKeysIn(key));
  const crossed = (axes: readonly Axis[]): MatrixHeader[] =>
    headersOf(axes.map((axis) => ({ ...axis, entities: axis.entities.filter((entity) => wanted.has(entity.key)) })));
  const columns = crossed(columnAxes);
  for (const row of crossed(rowAxes)) {
    const column = columns.find((header) => cellKey(row, header) === crossingKey([...wanted]));
    if (column) return { row, column };
  }
  return null;
}

function placeIn(project: Project, { id, definition }: SavedMatrix, key: string, frame: StudyFrame, titles: AxisTitles): CellPlace | null {
  const axes = (specs: typeof definition.rows): Axis[] => specs.map((spec) => resolveAxis(spec, frame, titles));
  const found = headersAt(axes(definition.rows), axes(definition.columns), key);
  if (!found) return null;
  const [rowKey, columnKey] = [found.row.key, found.column.key];
  if (definition.hidesEmpty) {
    const { rows, columns } = computeMatrix(project, definition, titles, { title: '', withQuotes: false });
    if (!rows.some((row) => row.key === rowKey) || !columns.some((column) => column.key === columnKey)) return null;
  }
  return { matrixId: id, rowKey, columnKey };
}

/** In the saved matrix changed last of those that show the crossing; null where none does. */
export function findCellPlace(project: Project, key: string, titles: AxisTitles): CellPlace | null {
  const frame = readStudyFrame(project);
  for (const matrix of listMatrices(project).toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))) {
    try {
      const place = placeIn(project, matrix, key, frame, titles);
      if (place) return place;
    } catch (error) {
      // a matrix whose axes name something gone shows nothing
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return null;
}
