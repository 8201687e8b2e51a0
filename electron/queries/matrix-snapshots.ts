// Matrices as they stood one day: kept, read again, compared.
import { Refusal } from '../../shared/domain/failure.ts';
import type { MatrixId, MatrixSnapshotId } from '../../shared/domain/ids.ts';
import { cellKey } from '../../shared/domain/matrix.ts';
import type { MatrixCell, MatrixSnapshot, MatrixTable } from '../../shared/domain/matrix.ts';
import { changesBetween } from '../../shared/domain/matrix-changes.ts';
import type { MatrixChange } from '../../shared/domain/matrix-changes.ts';
import type { AxisTitles } from '../../shared/domain/matrix-axis.ts';
import { blankCell, isBlankCell } from '../../shared/domain/matrix-cell.ts';
import { rowById } from '../storage/open-project.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { computeMatrix } from './matrix.ts';
import { readDefinition } from './saved-matrices.ts';

/** From the latest back. */
export function listSnapshots({ sqlite }: Project, matrixId: MatrixId): MatrixSnapshot[] {
  return statement<[string], MatrixSnapshot>(
    sqlite,
    `SELECT s.id, s.matrix_id AS matrixId, s.name, c.name AS coder, s.created_at AS createdAt
     FROM matrix_snapshot s JOIN coder c ON c.id = s.coder_id WHERE s.matrix_id = ? ORDER BY s.created_at DESC, s.rowid DESC`,
  ).all(matrixId);
}

/** A kept matrix as it is now, without its quotes. */
export function computeSaved(project: Project, matrixId: MatrixId, titles: AxisTitles): MatrixTable {
  const row = rowById(project, 'matrix', matrixId);
  if (!row) throw new Refusal('matrix.unknown', { id: matrixId });
  return computeMatrix(project, readDefinition(row.definition), titles, { title: row.name, withQuotes: false });
}

/** A matrix as it is kept: of its cells only those that say something, each with its column. */
type PackedMatrix = Omit<MatrixTable, 'cells'> & { readonly cells: readonly (readonly [column: number, cell: MatrixCell][])[] };

export function packSnapshot(table: MatrixTable): string {
  const cells = table.cells.map((row) => row.flatMap((cell, column): [number, MatrixCell][] => (isBlankCell(cell) ? [] : [[column, cell]])));
  return JSON.stringify({ ...table, cells } satisfies PackedMatrix);
}

export function readSnapshot(project: Project, snapshotId: MatrixSnapshotId): MatrixTable {
  const row = rowById(project, 'matrix_snapshot', snapshotId);
  if (!row) throw new Refusal('matrixSnapshot.unknown', { id: snapshotId });
  // what packSnapshot wrote
  const packed = JSON.parse(row.content) as PackedMatrix;
  const cells = packed.rows.map((header, index) => {
    const said = new Map(packed.cells[index]);
    // what cells can say grows with the program: what was kept earlier says nothing of the rest
    return packed.columns.map((other, column) => ({ ...blankCell(cellKey(header, other)), ...said.get(column) }));
  });
  return { ...packed, cells };
}

/** What differs from a snapshot to another, or (`to` null) to its matrix as it is now. */
export function compareSnapshots(
  project: Project,
  input: { from: MatrixSnapshotId; to: MatrixSnapshotId | null },
  titles: AxisTitles,
): MatrixChange[] {
  const row = rowById(project, 'matrix_snapshot', input.from);
  if (!row) throw new Refusal('matrixSnapshot.unknown', { id: input.from });
  const after = input.to === null ? computeSaved(project, row.matrixId as MatrixId, titles) : readSnapshot(project, input.to);
  return changesBetween(readSnapshot(project, input.from), after);
}
