// Answers the calls about searches and retrievals kept by name.
import type { savedSearchContract } from '../../shared/contract/saved-search.ts';
import { removeSearch, saveSearch } from '../commands/saved-searches.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { listSearches } from '../queries/saved-searches.ts';
import { done } from './reply.ts';

export function savedSearchHandlers(desk: Desk): Pick<Handlers, keyof typeof savedSearchContract> {
  return {
    'savedSearch.list': ({ kind }) => listSearches(desk.project(), kind),
    'savedSearch.save': (input) => saveSearch(desk.session(), input),
    'savedSearch.remove': (input) => done(removeSearch(desk.session(), input)),
  };
}
