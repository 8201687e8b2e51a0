// Calls about correspondence analysis.
import { z } from 'zod';
import { correspondenceSetting } from '../domain/correspondence.ts';
import type { CorrespondenceMap } from '../domain/correspondence.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { returns } from './endpoint.ts';

export const correspondenceContract = {
  'correspondence.read': returns<CorrespondenceMap | Undefined>().from(z.object({ setting: correspondenceSetting })),
};
