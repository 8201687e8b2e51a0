// The search screen with words to look for: several are looked for as they follow one another.
import type { Place } from '../navigation.tsx';

/** More is no expression that somebody else would say, too. */
const MOST_UTF16 = 120;
const SEVERAL = /[^\p{L}\p{N}\p{M}*/="]/u;

/** Words from more than one paragraph, or very many, are not looked for. */
export function searchPlace(selected: string): Place {
  const words = selected.trim();
  if (words === '' || words.length > MOST_UTF16 || /[\r\n]/u.test(words)) return { screen: 'search' };
  return { screen: 'search', words: SEVERAL.test(words) ? `"${words.replaceAll('"', ' ')}"` : words };
}
