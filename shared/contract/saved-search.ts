// Calls about searches and retrievals kept by name.
import { z } from 'zod';
import { savedSearchId } from '../domain/ids.ts';
import type { SavedSearchId } from '../domain/ids.ts';
import { SAVED_SEARCH_KINDS } from '../domain/saved-search.ts';
import type { SavedSearch } from '../domain/saved-search.ts';
import { returns } from './endpoint.ts';
import { longText, title } from './fields.ts';

const kind = z.enum(SAVED_SEARCH_KINDS);

export const savedSearchContract = {
  /** Of one kind, by name. */
  'savedSearch.list': returns<SavedSearch[]>().from(z.object({ kind })),
  /** `searchId` null keeps a new one. */
  'savedSearch.save': returns<SavedSearchId>().from(z.object({ searchId: savedSearchId.nullable(), kind, name: title, setting: longText })),
  'savedSearch.remove': returns<null>().from(z.object({ searchId: savedSearchId })),
};
