// Acts on searches and retrievals kept by name, and on passages that were retrieved.
import { codePassages } from '../../../electron/commands/code-passages.ts';
import { removeSearch, saveSearch } from '../../../electron/commands/saved-searches.ts';
import { retrievePassages } from '../../../electron/queries/retrieval.ts';
import { listSearches } from '../../../electron/queries/saved-searches.ts';
import type { SavedSearchId } from '../../../shared/domain/ids.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

const kept = (s: Study): SavedSearchId => listSearches(s.project.project, 'retrieval')[0]?.id as SavedSearchId;
const withSearch = (s: Study): unknown =>
  saveSearch(s.project.session, { searchId: null, kind: 'retrieval', name: 'Tensions', setting: '{"expression":"\\"Gouvernance\\""}' });

export const SEARCH_CASES: readonly Case[] = [
  ['savedSearch.save', 'a retrieval is kept by name', withSearch],
  [
    'savedSearch.save',
    'a kept retrieval is named otherwise',
    (s) => saveSearch(s.project.session, { searchId: kept(s), kind: 'retrieval', name: 'Tensions à revoir', setting: '{}' }),
    withSearch,
  ],
  [
    'coding.applyMany',
    'all that was retrieved is given a category',
    ({ project }) => {
      const expression = '"Gouvernance"';
      const passageIds = retrievePassages(project.project, expression).flatMap(({ passage }) => passage.ids[0] ?? []);
      return codePassages(project.session, { expression, passageIds, categoryId: project.category('Régulation') });
    },
  ],
  ['savedSearch.remove', 'a kept retrieval goes', (s) => removeSearch(s.project.session, { searchId: kept(s) }), withSearch],
];
