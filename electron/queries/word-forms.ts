// The forms of a word that the corpus holds, read off the word index's own vocabulary.
import type { Language } from '../../shared/domain/project.ts';
import { searchStemOf } from '../../shared/words/stem.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';

/** SQLite's view of the index's vocabulary belongs to the connection: nothing of it is in the file. */
export function openVocabulary(project: Project): void {
  project.sqlite.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.turn_term USING fts5vocab (main, turn_words, row);
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.turn_term_place USING fts5vocab (main, turn_words, instance)`);
}

const FIRST_LETTERS = 3;
const LAST_CHARACTER = '\u{10ffff}';

/** Indexed words that begin so, in order. */
export function termsBeginning(project: Project, beginning: string): string[] {
  openVocabulary(project);
  return statement<[string, string], { term: string }>(project.sqlite, 'SELECT term FROM temp.turn_term WHERE term >= ? AND term < ?')
    .all(beginning, beginning + LAST_CHARACTER)
    .map(({ term }) => term);
}

/** Indexed words of this stem (`searchStemOf`). Stems change the endings of words only, of short ones all but the first two letters. */
export function termsOfStem(project: Project, stem: string, language: Language): string[] {
  const beginning = stem.slice(0, stem.length > FIRST_LETTERS ? FIRST_LETTERS : FIRST_LETTERS - 1);
  return termsBeginning(project, beginning).filter((term) => searchStemOf(term, language) === stem);
}

export function isIndexed(project: Project, term: string): boolean {
  openVocabulary(project);
  return statement<[string], { term: string }>(project.sqlite, 'SELECT term FROM temp.turn_term WHERE term = ?').get(term) !== undefined;
}
