// Calls about how categories stand to each other: together, one after the other, one within the other; and the passages behind each number.
import { z } from 'zod';
import { categoryId } from '../domain/ids.ts';
import type { PassageId } from '../domain/ids.ts';
import { coUnit, meeting, reach, relationScope } from '../domain/relation.ts';
import type { CoOccurrences, OverlapAnswer, SequenceAnswer } from '../domain/relation.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { returns } from './endpoint.ts';

const together = z.object({ scope: relationScope, unit: coUnit });
const following = z.object({ scope: relationScope, reach });
const two = { a: categoryId, b: categoryId };

export const relationContract = {
  'cooccurrence.read': returns<CoOccurrences | Undefined>().from(together),
  /** Those that make the two be together; of one category where both are the same. */
  'cooccurrence.passages': returns<PassageId[]>().from(together.extend(two)),
  'sequence.read': returns<SequenceAnswer | Undefined>().from(following),
  /** Of the first followed by the second, with those that follow. */
  'sequence.passages': returns<PassageId[]>().from(following.extend(two)),
  'overlap.read': returns<OverlapAnswer | Undefined>().from(z.object({ scope: relationScope })),
  /** Of either that meet one of the other so; null: that share words with none of the other. */
  'overlap.passages': returns<PassageId[]>().from(z.object({ scope: relationScope, ...two, meeting: meeting.nullable() })),
};
