// Where in the help one is.
import { ARTICLE_IDS } from '../../shared/i18n/help/articles.ts';
import type { ArticleId } from '../../shared/i18n/help/articles.ts';
import { TERM_IDS } from '../../shared/i18n/help/terms.ts';
import type { TermId } from '../../shared/i18n/help/terms.ts';
import { placeFromHash, placeToHash } from '../navigation.tsx';
import type { Place } from '../navigation.tsx';

/** `here` follows the screen. */
export type HelpPage =
  | { readonly kind: 'here' }
  | { readonly kind: 'contents' }
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'glossary'; readonly term?: TermId }
  | { readonly kind: 'firstHour' };

/** What a link in a sentence leads to; null where it leads nowhere. */
export function linkTarget(to: string): { readonly page: HelpPage } | { readonly place: Place } | null {
  if (to === 'firstHour') return { page: { kind: 'firstHour' } };
  const id = ARTICLE_IDS.find((each) => each === to);
  if (id !== undefined) return { page: { kind: 'article', id } };
  const [kind, rest = ''] = to.split(':');
  if (kind === 'term') {
    const term = TERM_IDS.find((each) => each === rest);
    return term === undefined ? null : { page: { kind: 'glossary', term } };
  }
  const place = kind === 'place' ? placeFromHash(`#/${rest}`) : null;
  // an unknown screen would be the home screen
  return place === null || placeToHash(place) !== `#/${rest}` ? null : { place };
}
