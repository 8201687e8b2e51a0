// Answers the calls about searches of words.
import type { searchContract } from '../../shared/contract/search.ts';
import { MOST_ON_PAGE } from '../../shared/domain/search.ts';
import type { Desk } from '../desk.ts';
import { runFirstSearch, runSearch } from '../exchange/run-search.ts';
import { readHits } from '../exchange/search-pages.ts';
import type { Handlers } from '../ipc/dispatch.ts';

export function searchHandlers(desk: Desk): Pick<Handlers, keyof typeof searchContract> {
  return {
    'search.run': ({ setting, isFirst, job }) =>
      desk.watched(job, async (watch) => {
        const found = await (isFirst ? runFirstSearch : runSearch)(desk.project(), setting, watch);
        return found.kind === 'found' ? found.summary : found;
      }),
    'search.hits': ({ job, ...asked }) => desk.watched(job, (watch) => readHits(desk.project(), asked, watch)),
    'search.written': ({ setting, place, job }) =>
      desk.watched(job, async (watch) => {
        const found = await runSearch(desk.project(), setting, watch);
        return found.kind === 'found' ? found.written.filter((hit) => hit.place === place).slice(0, MOST_ON_PAGE) : [];
      }),
  };
}
