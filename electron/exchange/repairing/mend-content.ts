// Makes a salvaged project consistent: what refers to rows that are gone loses the reference or goes too, what is counted is counted again.
import type Database from 'better-sqlite3';
import { countWords } from '../../../shared/domain/source.ts';
import { BARE_PASSAGES } from '../../queries/kept-passages.ts';
import { indexMissingTurns } from '../../storage/turn-index.ts';

type Sqlite = Database.Database;

interface Broken {
  readonly table: string;
  readonly rowid: number;
  readonly fkid: number;
}

/** A reference that may be empty is emptied; a row that cannot be without it goes. */
function mendReference(sqlite: Sqlite, { table, rowid, fkid }: Broken, drop: (table: string) => void): void {
  const keys = sqlite.pragma(`foreign_key_list("${table}")`) as { id: number; from: string }[];
  const column = keys.find(({ id }) => id === fkid)?.from ?? '';
  try {
    sqlite.prepare(`UPDATE "${table}" SET "${column}" = NULL WHERE rowid = ?`).run(rowid);
  } catch {
    const { changes } = sqlite.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid);
    if (changes > 0) drop(table);
  }
}

const TARGET_GONE = `CASE target_kind
  WHEN 'source' THEN target_id NOT IN (SELECT id FROM source) WHEN 'passage' THEN target_id NOT IN (SELECT id FROM passage)
  WHEN 'coding' THEN target_id NOT IN (SELECT id FROM coding) WHEN 'category' THEN target_id NOT IN (SELECT id FROM category)
  WHEN 'case' THEN target_id NOT IN (SELECT id FROM study_case) WHEN 'participant' THEN target_id NOT IN (SELECT id FROM participant)
  WHEN 'matrix' THEN target_id NOT IN (SELECT id FROM matrix) WHEN 'question' THEN target_id NOT IN (SELECT id FROM guide_question) ELSE FALSE END`;

/** What a memo says stays: without what it was on, it is on the project. */
const RETARGET = `UPDATE memo SET target_kind = 'project', target_id = '' WHERE ${TARGET_GONE}`;

const VALUES_OF_NOBODY = `DELETE FROM attribute_value WHERE rowid IN (SELECT v.rowid FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id
  WHERE NOT CASE a.scope WHEN 'case' THEN EXISTS (SELECT 1 FROM study_case WHERE id = v.target_id)
    WHEN 'source' THEN EXISTS (SELECT 1 FROM source WHERE id = v.target_id) ELSE EXISTS (SELECT 1 FROM participant WHERE id = v.target_id) END)`;

const LINKS_TO_NOWHERE = `DELETE FROM memo_link WHERE ${TARGET_GONE}`;

/** Until nothing hangs on anything that is gone: what goes may have carried something itself. */
export function dropOrphans(sqlite: Sqlite, drop: (table: string, rows?: number) => void): void {
  for (;;) {
    const before = sqlite.prepare<[], number>('SELECT total_changes()').pluck().get();
    for (const broken of sqlite.pragma('foreign_key_check') as Broken[]) mendReference(sqlite, broken, drop);
    drop('passage', sqlite.prepare(`DELETE FROM passage WHERE id IN (${BARE_PASSAGES})`).run().changes);
    drop('attribute_value', sqlite.prepare(VALUES_OF_NOBODY).run().changes);
    drop('memo_link', sqlite.prepare(LINKS_TO_NOWHERE).run().changes);
    sqlite.prepare(RETARGET).run();
    if (sqlite.prepare<[], number>('SELECT total_changes()').pluck().get() === before) return;
  }
}

interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly turns: number;
}

/** Places and numbers follow each other again, and what is counted of each source is true. Answers with the turns that are gone of each. */
export function countAgain(sqlite: Sqlite): { readonly source: string; readonly turns: number }[] {
  sqlite.exec(`
    UPDATE turn SET position = (SELECT place FROM (SELECT rowid AS r, row_number() OVER (PARTITION BY source_id ORDER BY position, rowid) - 1 AS place FROM turn) WHERE r = turn.rowid)
      WHERE source_id IN (SELECT source_id FROM turn GROUP BY source_id HAVING count(*) <> max(position) + 1 OR count(DISTINCT position) <> count(*));
    UPDATE guide_theme SET position = (SELECT count(*) FROM guide_theme o WHERE o.guide_id = guide_theme.guide_id AND o.position < guide_theme.position);
    UPDATE guide_question SET position = (SELECT count(*) FROM guide_question o WHERE o.theme_id = guide_question.theme_id AND o.position < guide_question.position);
    UPDATE change_log SET based_on = (SELECT id FROM change_log b WHERE b.number < change_log.number ORDER BY b.number DESC LIMIT 1)
      WHERE based_on IS NOT (SELECT id FROM change_log b WHERE b.number < change_log.number ORDER BY b.number DESC LIMIT 1);
  `);
  const turnsOf = sqlite.prepare<[string], { rowid: number; words: string; number: number | null; text: string; from: number; until: number }>(
    'SELECT rowid, text, body_start_utf16 AS "from", body_end_utf16 AS "until", number FROM turn WHERE source_id = ? ORDER BY position',
  );
  const renumber = sqlite.prepare('UPDATE turn SET number = ? WHERE rowid = ?');
  const gone: { source: string; turns: number }[] = [];
  for (const { id, name, turns: kept } of sqlite.prepare<[], SourceRow>('SELECT id, name, turns FROM source').all()) {
    let [numbered, words] = [0, 0];
    for (const turn of turnsOf.all(id)) {
      words += countWords(turn.text.slice(turn.from, turn.until));
      if (turn.number === null) continue;
      numbered += 1;
      if (turn.number !== numbered) renumber.run(numbered, turn.rowid);
    }
    sqlite.prepare('UPDATE source SET words = ?, turns = ? WHERE id = ?').run(words, numbered, id);
    if (kept > numbered) gone.push({ source: name, turns: kept - numbered });
  }
  indexMissingTurns(sqlite);
  return gone;
}
