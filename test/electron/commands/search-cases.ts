// Acts on searches and retrievals kept by name.
import { removeSearch, saveSearch } from '../../../electron/commands/saved-searches.ts';
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
  ['savedSearch.remove', 'a kept retrieval goes', (s) => removeSearch(s.project.session, { searchId: kept(s) }), withSearch],
];
