// Which article speaks of the place one is at: for F1, and for whatever stands beside the screen.
import type { ArticleId } from '../../shared/i18n/help/articles.ts';
import { ANALYSES } from '../analysis/analyses.ts';
import type { AnalysisGroup } from '../analysis/analyses.ts';
import type { Place, Screen } from '../navigation.tsx';

const OF_SCREEN: Readonly<Record<Screen, ArticleId>> = {
  home: 'home',
  corpus: 'corpus',
  coding: 'coding',
  grids: 'grids',
  matrices: 'matrices',
  search: 'search',
  analysis: 'analysis',
  memos: 'memos',
  review: 'review',
  history: 'history',
  autocode: 'autocode',
};

/** Other faces of a screen, as `Place.view` names them. */
const OF_VIEW: Partial<Record<Screen, Readonly<Record<string, ArticleId>>>> = {
  corpus: { import: 'import', guide: 'guide' },
  grids: { board: 'board' },
  matrices: { displays: 'displays' },
  search: { retrieval: 'retrieval' },
  analysis: { agreement: 'agreement', assignments: 'assignments' },
};

const OF_ANALYSES: Readonly<Record<AnalysisGroup, ArticleId>> = {
  coverage: 'coverage',
  relations: 'relations',
  tables: 'tables',
  words: 'words',
  help: 'suggestions',
};

export function articleAt({ screen, view, rowKey }: Place): ArticleId {
  const ofView = view === undefined ? undefined : OF_VIEW[screen]?.[view];
  if (ofView !== undefined) return ofView;
  if (screen === 'matrices' && rowKey !== undefined) return 'cells';
  const group = screen === 'analysis' ? ANALYSES.find(({ id }) => id === view)?.group : undefined;
  return group === undefined ? OF_SCREEN[screen] : OF_ANALYSES[group];
}
