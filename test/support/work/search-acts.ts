// What is done by chance to searches and retrievals kept by name, and to passages that were retrieved.
import { codePassages } from '../../../electron/commands/code-passages.ts';
import { removeSearch, saveSearch } from '../../../electron/commands/saved-searches.ts';
import type { CategoryId, PassageId, SavedSearchId } from '../../../shared/domain/ids.ts';
import type { Act } from './desk.ts';

export const SEARCH_ACTS = {
  'savedSearch.save': (d) =>
    saveSearch(d.session, {
      searchId: d.maybe(d.any<SavedSearchId>('saved_search')),
      kind: d.luck.below(2) === 0 ? 'search' : 'retrieval',
      name: d.name,
      setting: '{}',
    }),
  'savedSearch.remove': (d) => removeSearch(d.session, { searchId: d.any<SavedSearchId>('saved_search') }),
  'coding.applyMany': (d) =>
    codePassages(d.session, {
      expression: '',
      passageIds: [...new Set([d.any<PassageId>('passage'), d.any<PassageId>('passage')])],
      categoryId: d.any<CategoryId>('category'),
    }),
} satisfies Record<string, Act>;
