// `trame check`: looks at everything that must hold in a project, and says what does not.
import { canonicalValue } from '../../shared/domain/attribute-value.ts';
import type { AttributeType } from '../../shared/domain/corpus.ts';
import type { Problem } from '../../shared/domain/project.ts';
import { countWords } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { LINK_RULES } from './check-links.ts';
import { REVIEW_RULES } from './check-reviews.ts';
import { checkMemos } from './check-memos.ts';
import { crossingStands } from './entity-tables.ts';
import { BARE_PASSAGES } from './kept-passages.ts';
import { sourcesWithoutTheirMedia } from './media.ts';

interface Rule {
  readonly what: string;
  /** Answers with one row per violation; `place` says where. */
  readonly sql: string;
}

const RULES: readonly Rule[] = [
  {
    what: 'turn.length',
    sql: `SELECT s.name || ' #' || t.position AS place FROM turn t JOIN source s ON s.id = t.source_id WHERE t.body_start_utf16 < 0 OR t.body_end_utf16 < t.body_start_utf16 OR t.body_end_utf16 > t.length_utf16`,
  },
  {
    what: 'turn.layout',
    sql: `SELECT t.id AS place FROM turn t
          WHERE (t.styles IS NOT NULL AND (NOT json_valid(t.styles) OR EXISTS (
              SELECT 1 FROM json_each(t.styles) r WHERE r.value ->> 0 < 0 OR r.value ->> 0 >= r.value ->> 1 OR r.value ->> 1 > t.length_utf16)))
            OR (t.marks IS NOT NULL AND (NOT json_valid(t.marks) OR EXISTS (
              SELECT 1 FROM json_each(t.marks) m WHERE m.value ->> 0 NOT BETWEEN 0 AND t.length_utf16)))`,
  },
  {
    what: 'turn.order',
    sql: `SELECT s.name AS place FROM source s JOIN turn t ON t.source_id = s.id GROUP BY s.id HAVING count(*) <> max(t.position) + 1 OR count(DISTINCT t.position) <> count(*)`,
  },
  {
    what: 'turn.notIndexed',
    sql: `SELECT t.id AS place FROM turn t WHERE NOT EXISTS (SELECT 1 FROM indexed_turn i JOIN turn_words_docsize w ON w.id = i.number WHERE i.turn_id = t.id)`,
  },
  {
    what: 'turn.indexedButGone',
    sql: `SELECT w.id AS place FROM turn_words_docsize w LEFT JOIN indexed_turn i ON i.number = w.id LEFT JOIN turn t ON t.id = i.turn_id WHERE t.id IS NULL
          UNION SELECT number FROM indexed_turn WHERE turn_id NOT IN (SELECT id FROM turn)`,
  },
  {
    what: 'source.turns',
    sql: `SELECT s.name AS place FROM source s WHERE s.turns <> (SELECT count(*) FROM turn t WHERE t.source_id = s.id AND t.number IS NOT NULL)`,
  },
  {
    what: 'turn.number',
    sql: `SELECT s.name AS place FROM source s WHERE EXISTS (
            SELECT 1 FROM (SELECT number, row_number() OVER (ORDER BY position) AS place FROM turn WHERE source_id = s.id AND number IS NOT NULL) WHERE number <> place)`,
  },
  {
    what: 'turn.speakerOfOtherSource',
    sql: `SELECT t.id AS place FROM turn t JOIN speaker k ON k.id = t.speaker_id WHERE k.source_id <> t.source_id`,
  },
  {
    what: 'passage.turnOfOtherSource',
    sql: `SELECT p.id AS place FROM passage p JOIN turn a ON a.id = p.start_turn_id JOIN turn b ON b.id = p.end_turn_id WHERE a.source_id <> p.source_id OR b.source_id <> p.source_id`,
  },
  {
    what: 'passage.outsideTurn',
    sql: `SELECT p.id AS place FROM passage p JOIN turn a ON a.id = p.start_turn_id JOIN turn b ON b.id = p.end_turn_id WHERE p.start_utf16 > a.length_utf16 OR p.end_utf16 > b.length_utf16`,
  },
  {
    what: 'passage.empty',
    sql: `SELECT p.id AS place FROM passage p JOIN turn a ON a.id = p.start_turn_id JOIN turn b ON b.id = p.end_turn_id WHERE a.position > b.position OR (a.id = b.id AND p.start_utf16 > p.end_utf16) OR (a.id = b.id AND (p.start_utf16 = p.end_utf16) <> (p.lost_quote IS NOT NULL))`,
  },
  {
    what: 'passage.looseEnd',
    sql: `SELECT p.id AS place FROM passage p JOIN turn a ON a.id = p.start_turn_id WHERE p.start_turn_id <> p.end_turn_id AND (p.start_utf16 = a.length_utf16 OR p.end_utf16 = 0)`,
  },
  {
    what: 'cell.bare',
    sql: `SELECT key AS place FROM cell WHERE synthesis = '' AND (rating IS NULL AND remark = '' OR document IS NOT NULL OR evidence IS NOT NULL)`,
  },
  {
    what: 'cell.offScale',
    sql: `SELECT c.key AS place FROM cell c JOIN rating_scale s ON s.id = c.scale_id
      WHERE NOT EXISTS (SELECT 1 FROM json_each(s.steps) e WHERE json_extract(e.value, '$.value') = c.rating)`,
  },
  {
    what: 'cell.pinsOutOfOrder',
    sql: `SELECT cell_key AS place FROM cell_quote GROUP BY cell_key HAVING count(DISTINCT position) <> count(*)`,
  },
  { what: 'passage.bare', sql: BARE_PASSAGES },
  ...LINK_RULES,
  ...REVIEW_RULES,
  {
    what: 'category.parentOfOtherGrid',
    sql: `SELECT c.name AS place FROM category c JOIN category p ON p.id = c.parent_id WHERE p.grid_id <> c.grid_id`,
  },
  { what: 'category.nameTwice', sql: `SELECT name AS place FROM category GROUP BY grid_id, coalesce(parent_id, ''), name HAVING count(*) > 1` },
  {
    what: 'category.cycle',
    sql: `WITH RECURSIVE reach(id) AS (SELECT id FROM category WHERE parent_id IS NULL UNION SELECT c.id FROM category c JOIN reach r ON c.parent_id = r.id)
          SELECT name AS place FROM category WHERE id NOT IN (SELECT id FROM reach)`,
  },
  {
    what: 'codingRule.definition',
    sql: `SELECT r.name AS place FROM coding_rule r WHERE NOT json_valid(r.definition)
          OR EXISTS (SELECT 1 FROM json_each(r.definition, '$.categoryIds') c WHERE NOT EXISTS (SELECT 1 FROM category WHERE id = c.value))`,
  },
  {
    what: 'categoryPlace.otherGrid',
    sql: `SELECT c.name AS place FROM category_place x JOIN category c ON c.id = x.category_id JOIN category p ON p.id = x.parent_id WHERE p.grid_id <> c.grid_id`,
  },
  {
    what: 'categoryPlace.circle',
    sql: `WITH RECURSIVE link(child, parent) AS (SELECT id, parent_id FROM category WHERE parent_id IS NOT NULL UNION SELECT category_id, parent_id FROM category_place),
            above(start, at) AS (SELECT category_id, parent_id FROM category_place UNION SELECT above.start, link.parent FROM above JOIN link ON link.child = above.at)
          SELECT c.name AS place FROM above JOIN category c ON c.id = above.start WHERE above.start = above.at`,
  },
  {
    what: 'category.scale',
    sql: `SELECT name AS place FROM category WHERE scale IS NOT NULL AND NOT (json_valid(scale) AND coalesce(scale ->> 'min' < scale ->> 'max' AND scale ->> 'step' > 0, 0))`,
  },
  {
    what: 'assignment.empty',
    sql: `SELECT title AS place FROM assignment a WHERE NOT EXISTS (SELECT 1 FROM assignment_source WHERE assignment_id = a.id)`,
  },
  { what: 'blind.twice', sql: `SELECT began_at AS place FROM blind_period WHERE ended_at IS NULL GROUP BY ended_at HAVING count(*) > 1` },
  {
    what: 'disagreement.decision',
    sql: `SELECT id AS place FROM disagreement_decision
          WHERE NOT json_valid(sides) OR (decision <> 'adopted' AND adopted_id IS NOT NULL) OR (decision <> 'recoded' AND other_category_id IS NOT NULL)`,
  },
  { what: 'agreementRound.json', sql: `SELECT name AS place FROM agreement_round WHERE NOT (json_valid(setting) AND json_valid(figures))` },
  { what: 'gridVersion.json', sql: `SELECT g.title AS place FROM grid_version v JOIN grid g ON g.id = v.grid_id WHERE NOT json_valid(v.content)` },
  {
    what: 'memo.targetGone',
    sql: `SELECT m.id AS place FROM memo m WHERE NOT CASE m.target_kind
            WHEN 'project' THEN 1 WHEN 'source' THEN EXISTS (SELECT 1 FROM source WHERE id = m.target_id)
            WHEN 'passage' THEN EXISTS (SELECT 1 FROM passage WHERE id = m.target_id) WHEN 'coding' THEN EXISTS (SELECT 1 FROM coding WHERE id = m.target_id)
            WHEN 'category' THEN EXISTS (SELECT 1 FROM category WHERE id = m.target_id) WHEN 'case' THEN EXISTS (SELECT 1 FROM study_case WHERE id = m.target_id)
            WHEN 'participant' THEN EXISTS (SELECT 1 FROM participant WHERE id = m.target_id) WHEN 'matrix' THEN EXISTS (SELECT 1 FROM matrix WHERE id = m.target_id)
            WHEN 'question' THEN EXISTS (SELECT 1 FROM guide_question WHERE id = m.target_id) ELSE 1 END`,
  },
  {
    what: 'attribute.targetGone',
    sql: `SELECT a.name AS place FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id WHERE NOT CASE a.scope
            WHEN 'case' THEN EXISTS (SELECT 1 FROM study_case WHERE id = v.target_id) WHEN 'source' THEN EXISTS (SELECT 1 FROM source WHERE id = v.target_id)
            ELSE EXISTS (SELECT 1 FROM participant WHERE id = v.target_id) END`,
  },
  {
    what: 'casePart.turnOfOtherSource',
    sql: `SELECT x.id AS place FROM case_part x JOIN turn a ON a.id = x.first_turn_id JOIN turn b ON b.id = x.last_turn_id WHERE a.source_id <> x.source_id OR b.source_id <> x.source_id`,
  },
  {
    what: 'casePart.order',
    sql: `SELECT x.id AS place FROM case_part x JOIN turn a ON a.id = x.first_turn_id JOIN turn b ON b.id = x.last_turn_id WHERE a.position > b.position`,
  },
  {
    what: 'guide.themeOrder',
    sql: `SELECT g.title AS place FROM guide g JOIN guide_theme t ON t.guide_id = g.id GROUP BY g.id HAVING count(*) <> max(t.position) + 1 OR count(DISTINCT t.position) <> count(*)`,
  },
  {
    what: 'guide.questionOrder',
    sql: `SELECT t.name AS place FROM guide_theme t JOIN guide_question q ON q.theme_id = t.id GROUP BY t.id HAVING count(*) <> max(q.position) + 1 OR count(DISTINCT q.position) <> count(*)`,
  },
  { what: 'guide.questionEmpty', sql: `SELECT id AS place FROM guide_question WHERE trim(text) = ''` },
  {
    what: 'team.aheadOfLog',
    sql: `SELECT id AS place FROM team_state WHERE max(shared_number, sent_number) > (SELECT coalesce(max(number), 0) FROM change_log) OR sent_number < shared_number`,
  },
  {
    what: 'log.chain',
    sql: `SELECT entry.number AS place FROM change_log entry JOIN change_log before ON before.number = (SELECT max(number) FROM change_log WHERE number < entry.number) WHERE entry.based_on IS NOT before.id`,
  },
  { what: 'log.json', sql: `SELECT number AS place FROM change_log WHERE NOT (json_valid(input) AND json_valid(subject) AND json_valid(diffs))` },
];

interface TurnRow {
  id: string;
  source_id: string;
  text: string;
  length_utf16: number;
  body_start_utf16: number;
  body_end_utf16: number;
}

/** SQLite measures text in code points and counts no words: lengths in UTF-16 units and the numbers kept of each source are checked here. */
function checkTexts(project: Project): Problem[] {
  const problems: Problem[] = [];
  const words = new Map<string, number>();
  for (const row of project.sqlite.prepare<[], TurnRow>('SELECT * FROM turn').iterate()) {
    if (row.text.length !== row.length_utf16) problems.push({ what: 'turn.length', where: row.id });
    words.set(row.source_id, (words.get(row.source_id) ?? 0) + countWords(row.text.slice(row.body_start_utf16, row.body_end_utf16)));
  }
  const sources = project.sqlite.prepare<[], { id: string; name: string; words: number }>('SELECT id, name, words FROM source').all();
  return [
    ...problems,
    ...sources.filter(({ id, words: kept }) => kept !== (words.get(id) ?? 0)).map(({ name }) => ({ what: 'source.words', where: name })),
  ];
}

interface ValueRow {
  name: string;
  type: AttributeType;
  choices: string;
  value: string;
}

/** A value is kept in the form of its attribute's type; text may be anything. */
function checkValues(project: Project): Problem[] {
  const rows = project.sqlite.prepare<[], ValueRow>(
    `SELECT a.name, a.type, a.choices, v.value FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id WHERE a.type <> 'text' ORDER BY v.rowid`,
  );
  return rows
    .all()
    .filter(({ type, choices, value }) => canonicalValue(value, { type, choices: JSON.parse(choices) as string[] }, 'fr') !== value)
    .map(({ name, value }) => ({ what: 'attribute.valueOfOtherType', where: `${name}: ${value}` }));
}

/** SQLite's own look at every page; where even that fails, what it says. */
function integrityOf(project: Project): { integrity_check: string }[] {
  try {
    return project.sqlite.pragma('integrity_check') as { integrity_check: string }[];
  } catch (error) {
    return [{ integrity_check: error instanceof Error ? error.message : String(error) }];
  }
}

function checkFile(project: Project): Problem[] {
  const integrity = integrityOf(project);
  const problems = integrity.filter((row) => row.integrity_check !== 'ok').map((row) => ({ what: 'file.integrity', where: row.integrity_check }));
  if (problems.length > 0) return problems;
  const broken = project.sqlite.pragma('foreign_key_check') as { table: string; rowid: number }[];
  return broken.map((row) => ({ what: 'file.reference', where: `${row.table} ${row.rowid}` }));
}

/** What was written at a crossing needs the things it crosses; an attribute's value may go and come back. */
function checkCrossings(project: Project): Problem[] {
  const keys = project.sqlite
    .prepare<[], { key: string }>(
      `SELECT key FROM cell UNION SELECT cell_key FROM cell_stance UNION SELECT cell_key FROM cell_quote UNION SELECT target_id FROM memo WHERE target_kind = 'cell'`,
    )
    .all();
  return keys.filter(({ key }) => !crossingStands(project.sqlite, key)).map(({ key }) => ({ what: 'cell.entityGone', where: key }));
}

function checkMedia(project: Project): Problem[] {
  return sourcesWithoutTheirMedia(project).map((where) => ({ what: 'media.fileMissing', where }));
}

/** What is wrong with the study itself: what writes made of it, whatever the disk did. */
export function checkContent(project: Project): Problem[] {
  const rules = RULES.flatMap((rule) =>
    project.sqlite
      .prepare<[], { place: string | number }>(rule.sql)
      .all()
      .map((row) => ({ what: rule.what, where: String(row.place) })),
  );
  return [...rules, ...checkTexts(project), ...checkValues(project), ...checkCrossings(project), ...checkMemos(project)];
}

/** Everything wrong with the project; an empty list means sound. A file whose pages are broken is not looked at further. */
export function checkProject(project: Project): Problem[] {
  const broken = checkFile(project);
  if (broken.some(({ what }) => what === 'file.integrity')) return broken;
  return [...broken, ...checkContent(project), ...checkMedia(project)];
}
