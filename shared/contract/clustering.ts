// Calls about groups of categories, of cases, of whatever an axis lists.
import { z } from 'zod';
import { MOST_CLUSTERED, clusteringSetting } from '../domain/clustering.ts';
import type { Clusters } from '../domain/clustering.ts';
import type { PassageId } from '../domain/ids.ts';
import { headerKey } from '../domain/matrix.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { returns } from './endpoint.ts';

export const clusteringContract = {
  'clustering.read': returns<Clusters | Undefined>().from(z.object({ setting: clusteringSetting })),
  /** Of these items, by their keys. */
  'clustering.passages': returns<PassageId[]>().from(z.object({ setting: clusteringSetting, keys: z.array(headerKey).min(1).max(MOST_CLUSTERED) })),
};
