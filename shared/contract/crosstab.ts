// Calls about cross tables, and the passages behind their numbers.
import { z } from 'zod';
import { crossing, crosstabSetting } from '../domain/crosstab.ts';
import type { Crosstab } from '../domain/crosstab.ts';
import type { PassageId } from '../domain/ids.ts';
import { headerKey } from '../domain/matrix.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { returns } from './endpoint.ts';

export const crosstabContract = {
  'crosstab.read': returns<Crosstab | Undefined>().from(z.object({ setting: crosstabSetting })),
  /** Behind a cell; of a whole line where the other key is null. Correspondence maps ask here too. */
  'crosstab.passages': returns<PassageId[]>().from(z.object({ crossing, rowKey: headerKey.nullable(), columnKey: headerKey.nullable() })),
};
