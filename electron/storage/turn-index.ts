// The full-text index of the turns' words: derived from the turns, kept true by whoever writes one (`applyDiff`), searched by queries.
import type Database from 'better-sqlite3';

interface IndexStatements {
  readonly body: Database.Statement<[string], { text: string; body_start_utf16: number; body_end_utf16: number }>;
  readonly number: Database.Statement<[string], { number: number }>;
  readonly addNumber: Database.Statement<[string]>;
  readonly removeNumber: Database.Statement<[number]>;
  readonly addWords: Database.Statement<[number | bigint, string]>;
  readonly removeWords: Database.Statement<[number]>;
}

const prepared = new WeakMap<Database.Database, IndexStatements>();

function statementsOf(sqlite: Database.Database): IndexStatements {
  let statements = prepared.get(sqlite);
  if (!statements) {
    statements = {
      body: sqlite.prepare('SELECT text, body_start_utf16, body_end_utf16 FROM turn WHERE id = ?'),
      number: sqlite.prepare('SELECT number FROM indexed_turn WHERE turn_id = ?'),
      addNumber: sqlite.prepare('INSERT INTO indexed_turn (turn_id) VALUES (?)'),
      removeNumber: sqlite.prepare('DELETE FROM indexed_turn WHERE number = ?'),
      addWords: sqlite.prepare('INSERT INTO turn_words (rowid, words) VALUES (?, ?)'),
      removeWords: sqlite.prepare('DELETE FROM turn_words WHERE rowid = ?'),
    };
    prepared.set(sqlite, statements);
  }
  return statements;
}

/** As words are indexed and asked for: composed, ligatures spelt out, which the index itself does not fold as it does accents and capitals. */
export function foldedForSearch(words: string): string {
  return words.normalize('NFC').replace(/[œŒæÆ]/g, (ligature) => (/[œŒ]/.test(ligature) ? 'oe' : 'ae'));
}

/** Indexes the words of a turn as they now stand, instead of what was indexed of it before. */
export function indexTurn(sqlite: Database.Database, turnId: string): void {
  const { body, number, addNumber, addWords, removeWords } = statementsOf(sqlite);
  const turn = body.get(turnId);
  if (!turn) return;
  const known = number.get(turnId)?.number;
  if (known !== undefined) removeWords.run(known);
  const place = known ?? addNumber.run(turnId).lastInsertRowid;
  addWords.run(place, foldedForSearch(turn.text.slice(turn.body_start_utf16, turn.body_end_utf16)));
}

export function unindexTurn(sqlite: Database.Database, turnId: string): void {
  const { number, removeNumber, removeWords } = statementsOf(sqlite);
  const known = number.get(turnId)?.number;
  if (known === undefined) return;
  removeWords.run(known);
  removeNumber.run(known);
}

/** Indexes every turn that is not: of a file that an earlier version made. */
export function indexMissingTurns(sqlite: Database.Database): void {
  const missing = sqlite.prepare<[], { id: string }>('SELECT id FROM turn WHERE id NOT IN (SELECT turn_id FROM indexed_turn)').all();
  for (const { id } of missing) indexTurn(sqlite, id);
}
