// Finds articles and terms by words: those whose title says them first.
import { folded } from '../../shared/domain/category.ts';
import type { Language } from '../../shared/domain/project.ts';
import { ARTICLE_IDS, articlesText } from '../../shared/i18n/help/articles.ts';
import type { ArticleId } from '../../shared/i18n/help/articles.ts';
import { TERM_IDS, termsText } from '../../shared/i18n/help/terms.ts';
import type { TermId } from '../../shared/i18n/help/terms.ts';
import { plainWords } from './markup.ts';

export interface Found {
  readonly articles: readonly ArticleId[];
  readonly terms: readonly TermId[];
}

/** Terms in the order of the language. */
export function termsInOrder(language: Language): TermId[] {
  const words = termsText[language];
  return [...TERM_IDS].sort((a, b) => words[a].term.localeCompare(words[b].term, language));
}

function wordsIn(query: string): string[] {
  return folded(query).split(/\s+/u).filter(Boolean);
}

const says = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

export function termsThatSay(query: string, language: Language): TermId[] {
  const words = wordsIn(query);
  const inOrder = termsInOrder(language);
  const named = inOrder.filter((id) => says(folded(termsText[language][id].term), words));
  const meant = inOrder.filter((id) => !named.includes(id) && says(folded(plainWords(termsText[language][id].meaning)), words));
  return [...named, ...meant];
}

/** Every word must be said; an empty query finds nothing. */
export function searchHelp(query: string, language: Language): Found {
  const words = wordsIn(query);
  if (words.length === 0) return { articles: [], terms: [] };
  const ranked = ARTICLE_IDS.map((id) => {
    const { title, what, ways, not } = articlesText[language][id];
    const titles = folded([title, ...ways.map((way) => way.title)].join(' '));
    const all = folded([titles, ...[what, ...ways.flatMap(({ steps }) => steps), ...not].map(plainWords)].join(' '));
    return { id, rank: says(folded(title), words) ? 0 : says(titles, words) ? 1 : says(all, words) ? 2 : 3 };
  });
  const articles = ranked.filter(({ rank }) => rank < 3).sort((a, b) => a.rank - b.rank);
  return { articles: articles.map(({ id }) => id), terms: termsThatSay(query, language) };
}
