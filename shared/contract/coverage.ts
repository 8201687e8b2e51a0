// Calls about the study as a whole: saturation, meanings, what is not covered, the overview, sources as lines.
import { z } from 'zod';
import { categoryId, gridId, sourceId } from '../domain/ids.ts';
import type { PassageId } from '../domain/ids.ts';
import type { Coverage, Overview, Portrait } from '../domain/coverage.ts';
import { MEANING_LEVELS, SATURATION_ORDERS, saturationSetting } from '../domain/saturation.ts';
import type { MeaningGrid, SaturationStudy } from '../domain/saturation.ts';
import { returns } from './endpoint.ts';
import { longText, nothing } from './fields.ts';

const order = z.enum(SATURATION_ORDERS);

/** Sources whose lines are drawn at once. */
export const MOST_PORTRAITS = 200;

/** What portraits show, as it is kept by name. */
export const portraitSetting = z.object({
  /** Null: all sources. */
  sourceIds: z.array(sourceId).min(1).max(2000).nullable(),
  /** Null: all grids. */
  gridIds: z.array(gridId).min(1).max(200).nullable(),
  lanes: z.enum(['dimension', 'category']),
});
export type PortraitSetting = z.infer<typeof portraitSetting>;

export const coverageContract = {
  'saturation.read': returns<SaturationStudy>().from(saturationSetting),
  /** Passages of any of these categories, and of those below them where `below`; in one source, or in all. */
  'category.passageIds': returns<PassageId[]>().from(
    z.object({ categoryIds: z.array(categoryId).min(1).max(10_000), sourceId: sourceId.nullable(), below: z.boolean() }),
  ),
  'meaning.read': returns<MeaningGrid>().from(z.object({ gridId, order })),
  /** What a source adds to a category's meaning; null takes the judgement back. */
  'meaning.mark': returns<null>().from(z.object({ categoryId, sourceId, level: z.enum(MEANING_LEVELS).nullable(), note: longText })),
  'coverage.read': returns<Coverage>().from(nothing),
  'overview.read': returns<Overview>().from(nothing),
  /** Passages coded in the week that begins on this Monday, yyyy-mm-dd. */
  'coding.passagesOfWeek': returns<PassageId[]>().from(z.object({ week: z.iso.date() })),
  'portrait.read': returns<Portrait[]>().from(z.object({ sourceIds: z.array(sourceId).max(MOST_PORTRAITS) })),
};
