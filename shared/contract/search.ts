// Calls about searches of words: counts first, then the places by pages.
import { z } from 'zod';
import { caseId, sourceId } from '../domain/ids.ts';
import { MOST_ON_PAGE, SEARCH_ORDERS, WRITTEN_PLACES, searchSetting } from '../domain/search.ts';
import type { HitsPage, NoSearch, SearchSummary, WrittenHit } from '../domain/search.ts';
import { returns } from './endpoint.ts';

/** Named by the window, for progress and `job.cancel`. */
const job = z.string().min(1).max(80);

export const searchContract = {
  /**
   * Looking through a large corpus takes its time: it reports its progress and can be cancelled. `isFirst` asks for an answer as soon as a
   * page of lines is found; asked again without it, of the same job, it answers with everything.
   */
  'search.run': returns<SearchSummary | NoSearch>().from(z.object({ setting: searchSetting, isFirst: z.boolean().default(false), job })),
  /** Lines of what was found: of all, of one source or of one case. Sorting by words reads them all, with progress. */
  'search.hits': returns<HitsPage>().from(
    z.object({
      setting: searchSetting,
      within: z.object({ sourceId: sourceId.nullable(), caseId: caseId.nullable() }),
      order: z.enum(SEARCH_ORDERS),
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(MOST_ON_PAGE),
      job,
    }),
  ),
  /** The places found in memos, syntheses or the codebook; the first ones. */
  'search.written': returns<WrittenHit[]>().from(z.object({ setting: searchSetting, place: z.enum(WRITTEN_PLACES), job })),
};
