// Calls about the kept states of a grid.
import { z } from 'zod';
import type { GridComparison, GridVersion, RestorePlan } from '../domain/grid-version.ts';
import { gridId, gridVersionId } from '../domain/ids.ts';
import type { GridVersionId } from '../domain/ids.ts';
import { returns } from './endpoint.ts';

export const gridVersionsContract = {
  /** The latest first. */
  'grid.versions': returns<GridVersion[]>().from(z.object({ gridId })),
  'grid.keepVersion': returns<GridVersionId>().from(z.object({ gridId, reason: z.string().trim().max(2_000) })),
  /** Null stands for the grid as it is now. */
  'grid.compareVersions': returns<GridComparison>().from(z.object({ gridId, before: gridVersionId.nullable(), after: gridVersionId.nullable() })),
  /** What bringing it back would do; nothing is written. */
  'grid.planRestore': returns<RestorePlan>().from(z.object({ versionId: gridVersionId })),
  'grid.restoreVersion': returns<null>().from(z.object({ versionId: gridVersionId })),
  'grid.removeVersion': returns<null>().from(z.object({ versionId: gridVersionId })),
};
