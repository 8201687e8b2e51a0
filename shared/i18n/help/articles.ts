// All articles of the help, in both languages; an article that one language lacks does not compile.
import type { Texts } from '../text.ts';
import { analysisEn, analysisFr } from './analysis-articles.ts';
import type { ArticleWords } from './article.ts';
import { codingEn, codingFr } from './coding-articles.ts';
import { corpusEn, corpusFr } from './corpus-articles.ts';
import { elsewhereEn, elsewhereFr } from './elsewhere-articles.ts';
import { matrixEn, matrixFr } from './matrix-articles.ts';
import { searchEn, searchFr } from './search-articles.ts';
import { togetherEn, togetherFr } from './together-articles.ts';

const fr = { ...corpusFr, ...codingFr, ...matrixFr, ...searchFr, ...analysisFr, ...togetherFr, ...elsewhereFr };

export type ArticleId = keyof typeof fr;

const en: Record<ArticleId, ArticleWords> = { ...corpusEn, ...codingEn, ...matrixEn, ...searchEn, ...analysisEn, ...togetherEn, ...elsewhereEn };

export const articlesText: Texts<Record<ArticleId, ArticleWords>> = { fr, en };
export const ARTICLE_IDS = Object.keys(fr) as ArticleId[];
