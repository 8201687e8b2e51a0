// Calls about matrices as they stood one day.
import { z } from 'zod';
import { matrixId, matrixSnapshotId } from '../domain/ids.ts';
import type { MatrixSnapshotId } from '../domain/ids.ts';
import type { MatrixSnapshot, MatrixTable } from '../domain/matrix.ts';
import type { MatrixChange } from '../domain/matrix-changes.ts';
import { returns } from './endpoint.ts';
import { title } from './fields.ts';

export const matrixSnapshotContract = {
  'matrixSnapshot.list': returns<MatrixSnapshot[]>().from(z.object({ matrixId })),
  /** Keeps the matrix, as it is saved, with what its cells hold now. */
  'matrixSnapshot.take': returns<MatrixSnapshotId>().from(z.object({ matrixId, name: title })),
  'matrixSnapshot.read': returns<MatrixTable>().from(z.object({ snapshotId: matrixSnapshotId })),
  /** What differs from a snapshot to another, or to the matrix as it is now (`to` null). */
  'matrixSnapshot.compare': returns<MatrixChange[]>().from(z.object({ from: matrixSnapshotId, to: matrixSnapshotId.nullable() })),
  'matrixSnapshot.remove': returns<null>().from(z.object({ snapshotId: matrixSnapshotId })),
};
