// From the reader to autocoding: the words in hand are looked for everywhere.
import { autocodeText } from '../../shared/i18n/autocode.ts';
import { useScreenCommands } from '../frame/screen-commands.ts';
import { useNavigation } from '../navigation.tsx';
import type { Reader } from '../reader/reader-context.tsx';
import { wordsOf } from '../reader/transcript.ts';
import { useText } from '../ui/language.tsx';

/** More is no expression that somebody else would say, too. */
const MOST_WORDS_UTF16 = 80;

export function useAutocodeCommands(reader: Reader): void {
  const text = useText(autocodeText);
  const { go } = useNavigation();
  useScreenCommands(() => {
    const words = reader.target === null ? '' : wordsOf(reader.transcript, reader.target).trim();
    if (words === '' || words.length > MOST_WORDS_UTF16 || reader.isReadOnly) return [];
    return [{ id: 'autocode words', group: 'action', label: text.fromWords(words), run: () => go({ screen: 'autocode', words }) }];
  });
}
