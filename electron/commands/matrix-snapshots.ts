// Keeps matrices as they stand today.
import type { MatrixId, MatrixSnapshotId } from '../../shared/domain/ids.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import { packSnapshot } from '../queries/matrix-snapshots.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

/** Keeps a saved matrix as it is computed now. */
export function takeSnapshot(session: Session, input: { matrixId: MatrixId; name: string }, table: MatrixTable): MatrixSnapshotId {
  requireRow(session, 'matrix', input.matrixId, 'matrix.unknown');
  const content = packSnapshot(table);
  return runCommand(session, { name: 'matrixSnapshot.take', input, subject: { name: input.name } }, ({ writer, coderId, at }) => {
    const id = newId<MatrixSnapshotId>();
    writer.insert('matrix_snapshot', { id, matrixId: input.matrixId, name: input.name, coderId, createdAt: at, content });
    return id;
  });
}

export function removeSnapshot(session: Session, input: { snapshotId: MatrixSnapshotId }): void {
  const row = requireRow(session, 'matrix_snapshot', input.snapshotId, 'matrixSnapshot.unknown');
  runCommand(session, { name: 'matrixSnapshot.remove', input, subject: { name: row.name } }, ({ writer }) =>
    writer.remove('matrix_snapshot', row.id),
  );
}
