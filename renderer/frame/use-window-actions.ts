// What the window itself can do, whatever screen is in view; menus and screens offer their own.
import { frameText } from '../../shared/i18n/frame.ts';
import { useNavigation } from '../navigation.tsx';
import { searchPlace } from '../search/search-place.ts';
import { useLanguage } from '../ui/language.tsx';
import { useTheme } from '../ui/theme.tsx';
import { useRun } from '../ui/use-run.ts';
import { useActions } from './offered-actions.ts';
import { focusNextPanel } from './panels.ts';
import type { History } from './use-history.ts';
import type { OneHand } from './use-keymap.ts';
import type { Sitting } from './use-sitting.ts';

interface WindowActions {
  readonly history: History;
  readonly openCommands: () => void;
  readonly openKeys: () => void;
  readonly oneHand: OneHand;
  readonly sitting: Sitting;
  readonly isReadOnly: boolean;
}

export function useWindowActions({ history, openCommands, openKeys, oneHand, sitting, isReadOnly }: WindowActions): void {
  const { place, go } = useNavigation();
  const { language, choose: chooseLanguage } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  const run = useRun();
  const newMemo = async () => {
    const title = frameText[language].newMemo;
    const memoId = await run('memo.write', { memoId: null, targetKind: 'project', targetId: '', title, text: '' });
    if (memoId !== undefined) go({ screen: 'memos', memoId });
  };
  const objectId = place.categoryId ?? place.memoId ?? place.matrixId ?? place.sourceId ?? place.gridId;
  const hand = (name: 'left' | 'right') => oneHand.choose(oneHand.hand === name ? 'none' : name);
  useActions(() => ({
    commands: openCommands,
    keys: openKeys,
    // asked for with nothing left to take back, the core says so
    undo: history.undo,
    redo: history.redo,
    nextPanel: () => focusNextPanel(1),
    previousPanel: () => focusNextPanel(-1),
    'screen.corpus': () => go({ screen: 'corpus' }),
    'screen.coding': () => go({ screen: 'coding' }),
    'screen.grids': () => go({ screen: 'grids' }),
    'screen.matrices': () => go({ screen: 'matrices' }),
    'screen.search': () => go({ screen: 'search' }),
    'screen.analysis': () => go({ screen: 'analysis' }),
    searchAll: () => go(searchPlace(getSelection()?.toString() ?? '')),
    'screen.memos': () => go({ screen: 'memos' }),
    'screen.review': () => go({ screen: 'review' }),
    'screen.history': () => go({ screen: 'history' }),
    ...(objectId === undefined || place.screen === 'history' ? {} : { objectHistory: () => go({ screen: 'history', objectId }) }),
    autocode: () => go({ screen: 'autocode' }),
    cardSorting: () => go({ screen: 'grids', view: 'board' }),
    matrixDisplays: () => go({ screen: 'matrices', view: 'displays' }),
    home: () => go({ screen: 'home' }),
    ...(isReadOnly ? {} : { newMemo: () => void newMemo() }),
    oneHandLeft: () => hand('left'),
    oneHandRight: () => hand('right'),
    ...(oneHand.hand === 'none' ? {} : { oneHandLegend: () => oneHand.showLegend(!oneHand.hasLegend) }),
    sessionCounter: () => sitting.show(!sitting.isShown),
    ...(theme === 'system' ? {} : { 'theme.system': () => chooseTheme('system') }),
    ...(theme === 'light' ? {} : { 'theme.light': () => chooseTheme('light') }),
    ...(theme === 'dark' ? {} : { 'theme.dark': () => chooseTheme('dark') }),
    ...(language === 'fr' ? {} : { 'language.fr': () => chooseLanguage('fr') }),
    ...(language === 'en' ? {} : { 'language.en': () => chooseLanguage('en') }),
  }));
}
