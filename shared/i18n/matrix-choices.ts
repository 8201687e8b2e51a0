// Words of the lists that the matrices screen chooses from (contents, figures), and of a cell's balance.
import type { CellContent, StanceBalance } from '../domain/matrix.ts';
import { formatNumber } from './text.ts';

/** Kept: a large table says thousands of lists. */
const lists = { fr: new Intl.ListFormat('fr-FR', { type: 'conjunction' }), en: new Intl.ListFormat('en-GB', { type: 'conjunction' }) };

/** `a`, `a et b`, `a, b et c`. */
export function listed(language: 'fr' | 'en', items: readonly string[]): string {
  return lists[language].format(items);
}

export const frContents: Record<CellContent, string> = {
  rating: 'la cote',
  counts: 'le nombre de passages',
  cases: 'les cas',
  sources: 'les sources',
  participants: 'les participants',
  stance: 'ce que disent les passages (soutiennent, contredisent, mentionnent)',
  categories: 'les catégories trouvées',
  synthesis: 'la synthèse',
  pinned: 'les verbatims choisis',
  passages: 'tous les verbatims',
  remark: 'la remarque',
  status: 'l’état',
};
export const enContents: Record<CellContent, string> = {
  rating: 'the rating',
  counts: 'the number of passages',
  cases: 'the cases',
  sources: 'the sources',
  participants: 'the participants',
  stance: 'what the passages do (support, contrast, mention)',
  categories: 'the categories found',
  synthesis: 'the synthesis',
  pinned: 'the pinned quotes',
  passages: 'all quotes',
  remark: 'the remark',
  status: 'the status',
};

export function frBalance({ supports, contrasts, mentions }: StanceBalance): string[] {
  return [
    supports > 0 ? `${formatNumber('fr', supports)} ${supports < 2 ? 'soutient' : 'soutiennent'}` : '',
    contrasts > 0 ? `${formatNumber('fr', contrasts)} ${contrasts < 2 ? 'contredit' : 'contredisent'}` : '',
    mentions > 0 ? `${formatNumber('fr', mentions)} ${mentions < 2 ? 'mentionne' : 'mentionnent'}` : '',
  ].filter((part) => part !== '');
}
export function enBalance({ supports, contrasts, mentions }: StanceBalance): string[] {
  return [
    supports > 0 ? `${formatNumber('en', supports)} ${supports === 1 ? 'supports' : 'support'}` : '',
    contrasts > 0 ? `${formatNumber('en', contrasts)} ${contrasts === 1 ? 'contrasts' : 'contrast'}` : '',
    mentions > 0 ? `${formatNumber('en', mentions)} ${mentions === 1 ? 'mentions' : 'mention'}` : '',
  ].filter((part) => part !== '');
}
