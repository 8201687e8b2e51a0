// The order in which the help is listed, and the keys that each article shows.
import type { ArticleId } from '../../shared/i18n/help/articles.ts';
import type { ActionId } from '../frame/actions.ts';

/** As a study goes: from the first file to what leaves. */
export const SCREEN_ARTICLES: readonly ArticleId[] = [
  ...(['home', 'corpus', 'import', 'guide', 'coding', 'correction', 'recording', 'autocode', 'grids', 'board'] as const),
  ...(['matrices', 'cells', 'displays', 'printing', 'search', 'retrieval'] as const),
  ...(['analysis', 'coverage', 'relations', 'tables', 'words', 'suggestions', 'agreement', 'assignments'] as const),
  ...(['memos', 'review', 'history', 'coders', 'team', 'merge', 'backups', 'leaving', 'keys'] as const),
];

export const ELSEWHERE_ARTICLES: readonly ArticleId[] = [
  ...(['from-nvivo', 'from-maxqda', 'from-atlas', 'from-qualcoder', 'from-taguette'] as const),
  ...(['from-quirkos', 'from-f4', 'from-sonal', 'from-word'] as const),
];

/** Articles that are not named here show no list of keys. */
export const KEYS_OF: Partial<Record<ArticleId, readonly ActionId[]>> = {
  corpus: ['screen.corpus', 'undo'],
  import: ['writeImport', 'takeFile'],
  guide: ['guideUp', 'guideDown'],
  coding: [
    'palette',
    'codeTurn',
    'codeSentence',
    'inVivo',
    'memo',
    'star',
    'stance',
    'nextTurn',
    'previousTurn',
    'nextUncoded',
    'find',
    'beside',
    'undo',
  ],
  correction: ['edit', 'speaker', 'turnMenu', 'splitHere', 'joinHere', 'endCorrection'],
  recording: ['mediaToggle', 'mediaBack', 'mediaForth', 'mediaFaster', 'mediaSlower', 'mediaStamp'],
  grids: ['renameCategory', 'removeCategory', 'categoryUp', 'categoryDown', 'categoryIn', 'categoryOut'],
  board: ['boardChoose', 'boardGroup', 'boardTakeOut'],
  matrices: ['openCell', 'editCell', 'closeCell', 'nextCellToWrite', 'nextCellToReview', 'nextDraft', 'widenColumn', 'moveLine'],
  cells: ['editCell', 'cellCite', 'cellPin', 'cellPinUp', 'cellPinDown'],
  search: ['searchAll'],
  memos: ['newMemo', 'memo', 'memoLink'],
  history: ['undo', 'redo', 'back'],
  keys: ['commands', 'keys', 'help', 'nextPanel', 'previousPanel', 'leftPanel', 'rightPanel', 'back'],
};
