// Sentences name an action by the keys that it has of itself (« Ctrl+Z annule »); what is read are the keys that it has now.
import { useCallback, useSyncExternalStore } from 'react';
import { actionsText } from '../../shared/i18n/actions.ts';
import { useKeyWords } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { actionRow } from './actions.ts';
import type { ActionId } from './actions.ts';
import { onKeymap, presentKeymap } from './key-store.ts';

/** Actions that sentences name. */
const NAMED: readonly ActionId[] = ['undo', 'memoLink'];

/** `wordsOf`: what stands for an action in a sentence, from its keys of now; undefined keeps what is written. */
export function withPresentKeys(sentence: string, wordsOf: (id: ActionId) => string | undefined): string {
  return NAMED.reduce((said, id) => {
    const [own] = actionRow(id).keys;
    const words = own !== undefined && said.includes(own) ? wordsOf(id) : undefined;
    return own === undefined || words === undefined ? said : said.replaceAll(own, words);
  }, sentence);
}

/** For whatever shows a sentence that may name a key. An action without a key is named by its words. */
export function useSaidKeys(): (sentence: string) => string {
  const keymap = useSyncExternalStore(onKeymap, presentKeymap);
  const { actions, named } = useText(actionsText);
  const keyWords = useKeyWords('+');
  return useCallback(
    (sentence) =>
      withPresentKeys(sentence, (id) => {
        const [now] = keymap.keysOf(id);
        return now === undefined ? named(actions[id]) : keyWords(now);
      }),
    [keymap, actions, named, keyWords],
  );
}
