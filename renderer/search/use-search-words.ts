// From the reader to the search: the words in hand are looked for everywhere.
import { useActions } from '../frame/offered-actions.ts';
import { useNavigation } from '../navigation.tsx';
import type { Reader } from '../reader/reader-context.tsx';
import { wordsOf } from '../reader/transcript.ts';
import { searchPlace } from './search-place.ts';

export function useSearchWords(reader: Reader): void {
  const { go } = useNavigation();
  useActions(() => ({
    searchAll: () => go(searchPlace(reader.target === null ? '' : wordsOf(reader.transcript, reader.target))),
  }));
}
