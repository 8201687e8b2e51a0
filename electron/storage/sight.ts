// A project as one coder sees it: a connection of its own on which the codings of others, and what rests on them, are not there. Every query
// that is asked of it is answered so, without knowing; commands work on the whole project.
import { getTableColumns } from 'drizzle-orm';
import { isBlindfolded } from '../../shared/domain/sight.ts';
import type { Sight } from '../../shared/domain/sight.ts';
import { openForReading } from './open-project.ts';
import type { Project } from './open-project.ts';
import { changeLog, contentTables } from './schema.ts';
import type { TableName } from './schema.ts';

type Seen = TableName | 'change_log';

/** Views of the connection's own stand before the tables of the same name. */
function viewOf(table: Seen, condition: string): string {
  const columns = Object.values(getTableColumns(table === 'change_log' ? changeLog : contentTables[table])).map(({ name }) => `x."${name}"`);
  const number = table === 'change_log' ? [] : ['x.rowid AS rowid'];
  return `CREATE TEMP VIEW "${table}" AS SELECT ${[...number, ...columns].join(', ')} FROM main."${table}" x WHERE ${condition}`;
}

const OWN = 'x.coder_id = (SELECT coder_id FROM temp.sight)';
const SHOWN = 'x.coder_id IN (SELECT coder_id FROM temp.shown_coder)';
const PASSAGE_SEEN = (column: string): string => `(x.${column} IS NULL OR x.${column} IN (SELECT id FROM temp.passage))`;

/** A coding of somebody else in a place where each sees their own only. */
const HIDDEN = `EXISTS (
  SELECT 1 FROM temp.hidden_place h JOIN main.passage p ON p.id = x.passage_id JOIN main.category c ON c.id = x.category_id
  WHERE h.source_id = p.source_id AND (h.grid_id IS NULL OR h.grid_id = c.grid_id))`;

/** What else says where others coded; each on a table that names who wrote. */
const TELLING = ['meaning_mark', 'suggestion_decision', 'matrix_snapshot'] as const;
/** Acts on codings and passages, as the log names them. */
const CODING_ACTS = ['coding.%', 'passage.%', 'suggestion.%', 'autocode.%', 'retrieval.%', 'disagreement.%'];

function viewsFor(sight: Sight): string[] {
  const { shown } = sight;
  const isBlind = isBlindfolded(sight);
  const chosen = shown === null ? [] : [SHOWN];
  const all = (...conditions: string[]): string => conditions.join(' AND ') || '1';
  const byBlindness = sight.isBlind ? [OWN] : isBlind ? [`(${OWN} OR NOT ${HIDDEN})`] : [];
  // a passage that nobody coded is seen; so is one that the looker wrote of; under the filter alone, also one that something else rests on
  const elsewhere = isBlind
    ? `EXISTS (SELECT 1 FROM main.memo m WHERE m.target_kind = 'passage' AND m.target_id = x.id AND m.coder_id = (SELECT coder_id FROM temp.sight))`
    : `EXISTS (SELECT 1 FROM main.cell_quote q WHERE q.passage_id = x.id) OR EXISTS (SELECT 1 FROM temp.memo m WHERE m.target_kind = 'passage' AND m.target_id = x.id)
       OR EXISTS (SELECT 1 FROM main.link_evidence e WHERE e.passage_id = x.id)`;
  return [
    viewOf('coding', all(...chosen, ...byBlindness)),
    viewOf(
      'memo',
      all(
        ...chosen,
        ...(isBlind
          ? [
              `(${OWN} OR CASE x.target_kind WHEN 'coding' THEN x.target_id IN (SELECT id FROM temp.coding)
                WHEN 'passage' THEN NOT EXISTS (SELECT 1 FROM main.coding k WHERE k.passage_id = x.target_id)
                  OR EXISTS (SELECT 1 FROM temp.coding k WHERE k.passage_id = x.target_id) ELSE 1 END)`,
            ]
          : []),
      ),
    ),
    viewOf(
      'passage',
      `NOT EXISTS (SELECT 1 FROM main.coding k WHERE k.passage_id = x.id) OR EXISTS (SELECT 1 FROM temp.coding k WHERE k.passage_id = x.id) OR ${elsewhere}`,
    ),
    viewOf('memo_link', 'x.memo_id IN (SELECT id FROM temp.memo)'),
    viewOf('cell_quote', PASSAGE_SEEN('passage_id')),
    viewOf('cell_stance', PASSAGE_SEEN('passage_id')),
    viewOf('link', all(PASSAGE_SEEN('from_passage_id'), PASSAGE_SEEN('to_passage_id'), ...['from_memo_id', 'to_memo_id'].map(memoSeen))),
    viewOf('link_evidence', all(PASSAGE_SEEN('passage_id'), 'x.link_id IN (SELECT id FROM temp.link)')),
    viewOf('disagreement_decision', PASSAGE_SEEN('passage_id')),
    viewOf('review_comment', PASSAGE_SEEN('passage_id')),
    ...(isBlind ? TELLING.map((table) => viewOf(table, OWN)) : []),
    viewOf(
      'change_log',
      all(...chosen, ...(isBlind ? [`(${OWN} OR NOT (${CODING_ACTS.map((name) => `x.command LIKE '${name}'`).join(' OR ')}))`] : [])),
    ),
    ...(isBlind ? [categoriesWithSeenExamples()] : []),
  ];
}

const memoSeen = (column: string): string => `(x.${column} IS NULL OR x.${column} IN (SELECT id FROM temp.memo))`;

/** A passage that cannot be seen is no example to show; its words are. */
function categoriesWithSeenExamples(): string {
  const view = viewOf('category', '1');
  return view.replace(
    'x."example_passage_id"',
    'CASE WHEN x.example_passage_id IN (SELECT id FROM temp.passage) THEN x.example_passage_id END AS example_passage_id',
  );
}

/** Makes this connection see what the coder sees. It must be one that nothing is written through but what queries keep aside for themselves. */
export function narrow({ sqlite }: Project, sight: Sight): void {
  sqlite.pragma('query_only = OFF');
  sqlite.exec(`CREATE TEMP TABLE sight (coder_id TEXT); CREATE TEMP TABLE shown_coder (coder_id TEXT PRIMARY KEY);
    CREATE TEMP TABLE hidden_place (source_id TEXT, grid_id TEXT)`);
  sqlite.prepare('INSERT INTO sight VALUES (?)').run(sight.coderId);
  const show = sqlite.prepare('INSERT OR IGNORE INTO shown_coder VALUES (?)');
  for (const id of sight.shown ?? []) show.run(id);
  const hide = sqlite.prepare('INSERT INTO hidden_place VALUES (?, ?)');
  for (const { sourceId, gridId } of sight.hidden) hide.run(sourceId, gridId);
  for (const view of viewsFor(sight)) sqlite.exec(view);
}

/** The open project through the eyes of one coder; told of changes with it. To be closed when it is no longer looked through. */
export function seenBy(project: Project, sight: Sight): Project {
  const { sqlite, db } = openForReading(project.path, project.key);
  const seen = { ...project, sqlite, db };
  narrow(seen, sight);
  return seen;
}
