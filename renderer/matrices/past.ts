// What of a matrix' past is on screen.
import type { MatrixSnapshotId } from '../../shared/domain/ids.ts';

/** `toId` null: compared with now. */
export type Past =
  | { readonly kind: 'open'; readonly snapshotId: MatrixSnapshotId }
  | { readonly kind: 'compare'; readonly snapshotId: MatrixSnapshotId; readonly toId: MatrixSnapshotId | null };
