// Calls about qualitative comparative analysis.
import { z } from 'zod';
import { qcaSetting } from '../domain/qca.ts';
import type { Qca } from '../domain/qca.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { returns } from './endpoint.ts';

export const qcaContract = {
  'qca.read': returns<Qca | Undefined>().from(z.object({ setting: qcaSetting })),
};
