// The help: every screen has its article in both languages, every link leads somewhere, and what it calls by name stands on screen.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ANALYSES } from '../../../renderer/analysis/analyses.ts';
import { articleAt } from '../../../renderer/help/article-at.ts';
import { ELSEWHERE_ARTICLES, KEYS_OF, SCREEN_ARTICLES } from '../../../renderer/help/contents.ts';
import { linkTarget } from '../../../renderer/help/help-page.ts';
import { piecesOf } from '../../../renderer/help/markup.ts';
import type { Piece } from '../../../renderer/help/markup.ts';
import { searchHelp, termsInOrder, termsThatSay } from '../../../renderer/help/search-help.ts';
import { SCREENS } from '../../../renderer/navigation.tsx';
import { LANGUAGES } from '../../../shared/domain/project.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { ARTICLE_IDS, articlesText } from '../../../shared/i18n/help/articles.ts';
import { helpText } from '../../../shared/i18n/help/panel.ts';
import { TERM_IDS, termsText } from '../../../shared/i18n/help/terms.ts';

/** Every sentence of the help, with where it stands. */
function sentences(language: Language): [where: string, sentence: string][] {
  const articles = ARTICLE_IDS.flatMap((id) => {
    const { title, what, ways, not } = articlesText[language][id];
    return [title, what, ...ways.flatMap((way) => [way.title, ...way.steps]), ...not].map((sentence): [string, string] => [id, sentence]);
  });
  const terms = TERM_IDS.map((id): [string, string] => [`term:${id}`, termsText[language][id].meaning]);
  const steps = Object.values(helpText[language].steps).map(({ title, how }): [string, string] => [title, how]);
  return [...articles, ...terms, ...steps];
}

type OfKind<K extends Piece['kind']> = Extract<Piece, { kind: K }>;

function pieces<K extends 'link' | 'key'>(language: Language, kind: K): { where: string; piece: OfKind<K> }[] {
  return sentences(language).flatMap(([where, sentence]) =>
    piecesOf(sentence)
      .filter((piece): piece is OfKind<K> => piece.kind === kind)
      .map((piece) => ({ where, piece })),
  );
}

/** What is said to stand on screen. */
function labels(language: Language): { where: string; words: string }[] {
  return sentences(language).flatMap(([where, sentence]) =>
    piecesOf(sentence).flatMap((piece) => (piece.kind === 'label' ? [{ where, words: piece.words }] : [])),
  );
}

describe('what one is told', () => {
  test('every screen, every face of it and every analysis has an article', () => {
    for (const screen of SCREENS) expect(ARTICLE_IDS).toContain(articleAt({ screen }));
    for (const { id } of ANALYSES) expect(articleAt({ screen: 'analysis', view: id })).not.toBe('analysis');
    expect(articleAt({ screen: 'corpus', view: 'import' })).toBe('import');
    expect(articleAt({ screen: 'grids', view: 'board' })).toBe('board');
    expect(articleAt({ screen: 'matrices', matrixId: 'm', rowKey: 'r', columnKey: 'c' })).toBe('cells');
    expect(articleAt({ screen: 'search', view: 'retrieval' })).toBe('retrieval');
  });

  test('every article is listed once', () => {
    expect([...SCREEN_ARTICLES, ...ELSEWHERE_ARTICLES].sort()).toEqual([...ARTICLE_IDS].sort());
    for (const id of Object.keys(KEYS_OF)) expect(ARTICLE_IDS).toContain(id);
  });

  test.each(LANGUAGES)('every article says what it is for, what is done and what is not, in %s', (language) => {
    for (const id of ARTICLE_IDS) {
      const { title, what, ways, not } = articlesText[language][id];
      expect([id, title.length > 3, what.length > 40, ways.length > 0, not.length > 0]).toEqual([id, true, true, true, true]);
      expect(new Set(ways.map((way) => way.title)).size).toBe(ways.length);
      for (const way of ways) expect(way.steps.length).toBeGreaterThan(0);
    }
  });

  test('both languages tell the same things in the same order', () => {
    for (const id of ARTICLE_IDS) {
      const [fr, en] = [articlesText.fr[id], articlesText.en[id]];
      expect([id, en.ways.map(({ steps }) => steps.length), en.not.length]).toEqual([id, fr.ways.map(({ steps }) => steps.length), fr.not.length]);
    }
    const links = (language: Language) => pieces(language, 'link').map(({ where, piece }) => `${where.startsWith('term') ? where : ''} ${piece.to}`);
    expect(links('en').sort()).toEqual(links('fr').sort());
  });
});

describe('what is written in sentences', () => {
  test.each(LANGUAGES)('every link leads somewhere, in %s', (language) => {
    const lost = pieces(language, 'link').filter(({ piece }) => linkTarget(piece.to) === null);
    expect(lost).toEqual([]);
  });

  test.each(LANGUAGES)('no mark is left unread, in %s', (language) => {
    const left = sentences(language).flatMap(([where, sentence]) =>
      piecesOf(sentence)
        .filter((piece) => piece.kind === 'words' && /\*\*|[{}]|\]\(/u.test(piece.words))
        .map(() => `${where}: ${sentence}`),
    );
    expect(left).toEqual([]);
  });

  test.each(LANGUAGES)('what is called by its name stands on screen so, in %s', (language) => {
    const folder = new URL('../../../shared/i18n/', import.meta.url);
    const screens = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) =>
        readFileSync(new URL(file, folder), 'utf8')
          .replaceAll('\\u00a0', '\u00a0')
          .replace(/\u00a0/gu, ' '),
      )
      .join('\n');
    const unknown = labels(language).filter(({ words }) => !screens.includes(`'${words.replace(/\u00a0/gu, ' ')}`));
    expect(unknown.map(({ where, words }) => `${where}: ${words}`)).toEqual([]);
  });

  test.each(LANGUAGES)('no developer’s word is said, in %s', (language) => {
    const said = sentences(language).filter(([, sentence]) => /\b(?:query|null|undefined|backend|string|JSON|SQLite|UUID)\b/u.test(sentence));
    expect(said).toEqual([]);
  });
});

describe('looking for help', () => {
  test('an article named so comes before those that only speak of it', () => {
    expect(searchHelp('matrices', 'fr').articles[0]).toBe('matrices');
    expect(searchHelp('NVIVO', 'en').articles[0]).toBe('from-nvivo');
    expect(searchHelp('', 'fr')).toEqual({ articles: [], terms: [] });
    expect(searchHelp('introuvable partout', 'fr').articles).toEqual([]);
  });

  test('accents and capitals do not matter', () => {
    expect(termsThatSay('verite', 'fr')[0]).toBe('table-de-verite');
    expect(termsThatSay('KAPPA', 'fr')[0]).toBe('kappa');
  });

  test('the glossary is in the order of its language, with the terms that the field needs', () => {
    expect(termsInOrder('fr')).toHaveLength(TERM_IDS.length);
    const named = termsInOrder('en').map((id) => termsText.en[id].term);
    expect(named).toEqual([...named].sort((a, b) => a.localeCompare(b, 'en')));
    for (const id of ['codage', 'categorie', 'grille', 'dimension', 'synthese', 'matrice', 'saturation', 'kappa', 'alpha'])
      expect(TERM_IDS).toContain(id);
  });
});
