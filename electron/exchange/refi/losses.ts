// What of a project the exchange format has no place for, counted before anything is written. The package's own side file keeps all of it for Trame.
import type { Project } from '../../storage/open-project.ts';
import type { RefiLoss, RefiLossFact } from '../../../shared/domain/refi.ts';

/** Each counts the things that would not come back from the exchange format alone. */
const COUNTED: readonly (readonly [RefiLossFact, string])[] = [
  ['weight', 'SELECT count(*) FROM coding WHERE weight IS NOT NULL'],
  ['stance', 'SELECT count(*) FROM coding WHERE stance IS NOT NULL'],
  ['ruleOfCoding', 'SELECT count(*) FROM coding WHERE rule_id IS NOT NULL'],
  ['star', 'SELECT count(*) FROM passage WHERE starred_at IS NOT NULL'],
  ['lostPassage', 'SELECT count(*) FROM passage WHERE lost_quote IS NOT NULL'],
  ['gridCard', "SELECT count(*) FROM grid WHERE source <> '' OR version <> 1"],
  ['emptyGrid', 'SELECT count(*) FROM grid g WHERE NOT EXISTS (SELECT 1 FROM category WHERE grid_id = g.id)'],
  [
    'categoryState',
    "SELECT count(*) FROM category WHERE origin <> 'a-priori' OR scale IS NOT NULL OR stage IS NOT NULL OR status IS NOT NULL OR example_passage_id IS NOT NULL",
  ],
  ['secondPlace', 'SELECT count(*) FROM category_place'],
  ['gridVersion', 'SELECT count(*) FROM grid_version'],
  ['codingRule', 'SELECT count(*) FROM coding_rule'],
  ['board', 'SELECT (SELECT count(*) FROM board_place) + (SELECT count(*) FROM quick_key)'],
  ['participant', 'SELECT count(*) FROM participant'],
  ['participantValue', "SELECT count(*) FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id WHERE a.scope = 'participant'"],
  ['attributeType', "SELECT count(*) FROM attribute WHERE scope <> 'participant' AND type IN ('choice', 'ordered')"],
  ['caseGroup', 'SELECT count(*) FROM case_group'],
  ['sourceCard', "SELECT count(*) FROM source WHERE kind <> 'interview' OR date IS NOT NULL"],
  ['turn', 'SELECT count(*) FROM source'],
  ['memoKind', "SELECT count(*) FROM memo WHERE kind <> 'analytic'"],
  ['memoForm', 'SELECT count(*) FROM memo WHERE document IS NOT NULL'],
  [
    'memoPlace',
    `SELECT count(*) FROM memo m WHERE target_kind IN ('participant', 'matrix', 'cell', 'question') OR m.target_id IN (
       SELECT id FROM passage WHERE lost_quote IS NOT NULL UNION ALL SELECT k.id FROM passage p JOIN coding k ON k.passage_id = p.id WHERE p.lost_quote IS NOT NULL)`,
  ],
  ['guide', 'SELECT count(*) FROM guide'],
  ['matrix', 'SELECT count(*) FROM matrix'],
  ['cell', 'SELECT (SELECT count(*) FROM cell) + (SELECT count(*) FROM cell_stance) + (SELECT count(*) FROM cell_quote)'],
  ['researchQuestion', 'SELECT count(*) FROM research_question'],
  ['linkNote', "SELECT count(*) FROM link WHERE note <> ''"],
  ['linkEvidence', 'SELECT count(*) FROM link_evidence'],
  ['conceptMap', "SELECT count(*) FROM concept_map WHERE note <> ''"],
  [
    'analysis',
    `SELECT (SELECT count(*) FROM saved_search) + (SELECT count(*) FROM saved_analysis) + (SELECT count(*) FROM matrix_snapshot) + (SELECT count(*) FROM print_settings)
      + (SELECT count(*) FROM rating_scale) + (SELECT count(*) FROM stop_word) + (SELECT count(*) FROM meaning_mark) + (SELECT count(*) FROM suggestion_decision)`,
  ],
  ['coderCard', 'SELECT count(*) FROM coder'],
  ['history', 'SELECT count(*) FROM change_log'],
];

/** Only what this project has. `recordings`: the sources whose recording goes along, times with it, and how many do not. */
export function lostInRefi({ sqlite }: Project, recordings: { readonly sources: readonly string[]; readonly left: number }): RefiLoss[] {
  const count = (sql: string, ...values: string[]): number =>
    sqlite
      .prepare<string[], number>(sql)
      .pluck()
      .get(...values) ?? 0;
  const layout = count(
    `SELECT count(DISTINCT source_id) FROM turn WHERE styles IS NOT NULL OR marks LIKE '%"page"%'
       OR (marks IS NOT NULL OR start_ms IS NOT NULL OR end_ms IS NOT NULL) AND source_id NOT IN (SELECT value FROM json_each(?))`,
    JSON.stringify(recordings.sources),
  );
  const counted = COUNTED.map(([fact, sql]) => ({ fact, count: count(sql) }));
  return [...counted, { fact: 'layout' as const, count: layout }, { fact: 'media' as const, count: recordings.left }].filter(
    (loss) => loss.count > 0,
  );
}
