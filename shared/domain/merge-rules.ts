// How rows of each table are brought together when two copies of a project went apart. What the schema says already (keys to other tables,
// what stands once) is not repeated here; a table without a rule of its own is merged by that alone.

/** What becomes of a row when a thing that it names has gone on the other side: the thing stays for its sake, the row goes along, or it names nothing. */
export type WhenGone = 'keep' | 'follow' | 'empty';

export interface MergeRule {
  /** The column that people know a thing by. */
  readonly name?: string;
  /** Columns that say one thing together: changed on both sides, one side's hold. */
  readonly groups?: readonly (readonly string[])[];
  /** Words, and the form they are kept in: changed on both sides, both stay, one under the other. */
  readonly written?: { readonly words: string; readonly form: string; readonly with?: readonly string[] };
  /** Words without a form: changed on both sides in different places they are joined, else both stay. */
  readonly text?: readonly string[];
  /** Columns about which nobody is asked: who wrote last has it. */
  readonly quiet?: readonly string[];
  readonly whenGone?: Readonly<Record<string, WhenGone>>;
  /** Columns that hold ids among other things (JSON). */
  readonly naming?: readonly string[];
  /** The column that holds a crossing's key. */
  readonly crossing?: string;
  /** What stands once besides what the schema says. */
  readonly once?: readonly (readonly string[])[];
  /**
   * Two rows that stand where one may: always the same thing (the default); the same where they say nothing different, else kept apart by
   * another name; always apart.
   */
  readonly twins?: 'same' | 'alike' | 'apart';
  /** In an order among those that agree in these columns. */
  readonly orderedWithin?: readonly string[];
  /** What went with it in one act comes back with it. */
  readonly isWhole?: boolean;
}

const ONE_PLACE = ['start_turn_id', 'start_utf16', 'end_turn_id', 'end_utf16', 'lost_quote'] as const;
const KEPT_BY_NAME = { name: 'name', quiet: ['updated_at'], twins: 'alike' } as const;

export const MERGE_RULES: Readonly<Record<string, MergeRule>> = {
  project: { name: 'title', text: ['question'] },
  coder: { name: 'name', quiet: ['initials', 'color', 'created_at'] },
  study_case: { name: 'name', quiet: ['position'], orderedWithin: [], isWhole: true },
  participant: { name: 'name', whenGone: { case_id: 'empty' } },
  source: {
    name: 'name',
    quiet: ['words', 'turns', 'position', 'imported_at', 'original_name', 'original_sha256'],
    twins: 'apart',
    orderedWithin: [],
    isWhole: true,
  },
  speaker: { name: 'label' },
  grid: { name: 'title', quiet: ['version', 'position'], orderedWithin: [], isWhole: true },
  category: {
    name: 'name',
    groups: [
      ['grid_id', 'parent_id'],
      ['example', 'example_passage_id'],
    ],
    text: ['definition', 'inclusion', 'exclusion'],
    quiet: ['position', 'color', 'created_at', 'origin'],
    whenGone: { example_passage_id: 'empty' },
    once: [['grid_id', 'parent_id', 'name']],
    twins: 'alike',
    orderedWithin: ['grid_id', 'parent_id'],
    isWhole: true,
  },
  category_place: { whenGone: { category_id: 'follow', parent_id: 'follow' } },
  board_place: { quiet: ['x', 'y'], whenGone: { category_id: 'follow' } },
  passage: { groups: [ONE_PLACE], text: ['paraphrase'], quiet: ['starred_at'], once: [['source_id', ...ONE_PLACE]] },
  coding: { quiet: ['created_at'], whenGone: { rule_id: 'empty' } },
  memo: { name: 'title', written: { words: 'text', form: 'document' }, quiet: ['created_at', 'updated_at'], naming: ['document'] },
  memo_link: { whenGone: { memo_id: 'follow', target_id: 'follow' } },
  attribute: { name: 'name', groups: [['type', 'choices']], quiet: ['position'], twins: 'alike', orderedWithin: ['scope'], isWhole: true },
  cell: {
    name: 'key',
    written: { words: 'synthesis', form: 'document', with: ['status', 'evidence'] },
    groups: [['scale_id', 'rating']],
    text: ['remark'],
    quiet: ['coder_id', 'updated_at'],
    naming: ['document', 'evidence'],
    crossing: 'key',
  },
  cell_stance: { crossing: 'cell_key', whenGone: { passage_id: 'follow', cell_key: 'follow' } },
  cell_quote: { crossing: 'cell_key', groups: [['cuts', 'cut_from']], quiet: ['position'], orderedWithin: ['cell_key'] },
  rating_scale: { name: 'name', quiet: ['position'], twins: 'alike', orderedWithin: [], isWhole: true },
  research_question: { name: 'text', quiet: ['position'], orderedWithin: [], isWhole: true },
  matrix: {
    name: 'name',
    groups: [['definition', 'layout', 'display']],
    text: ['notes'],
    quiet: ['updated_at'],
    naming: ['definition', 'layout'],
    isWhole: true,
  },
  matrix_snapshot: { name: 'name' },
  print_settings: { ...KEPT_BY_NAME, naming: ['settings'] },
  saved_search: { ...KEPT_BY_NAME, naming: ['setting'] },
  saved_analysis: { ...KEPT_BY_NAME, text: ['note'], naming: ['setting'] },
  link_type: { name: 'name', quiet: ['position', 'color'], orderedWithin: [], isWhole: true },
  link: { text: ['note'], quiet: ['created_at'], isWhole: true },
  link_evidence: { quiet: ['position'], orderedWithin: ['link_id'] },
  concept_map: { name: 'name', text: ['note'], quiet: ['updated_at'], twins: 'apart', isWhole: true },
  concept_map_node: { quiet: ['x', 'y'], whenGone: { concept_map_id: 'follow', category_id: 'follow' } },
  stop_word: { name: 'word' },
  meaning_mark: { text: ['note'], quiet: ['updated_at'] },
  suggestion_decision: { quiet: ['decided_at', 'score', 'reasons', 'method'], whenGone: { category_id: 'follow', source_id: 'follow' } },
  media: { name: 'original_name', groups: [['sha256', 'original_name', 'mime', 'size_bytes', 'duration_ms']] },
  case_part: { groups: [['first_turn_id', 'last_turn_id']] },
  case_group: { name: 'name', quiet: ['position'], orderedWithin: [], isWhole: true },
  guide: { name: 'title', quiet: ['position'], orderedWithin: [], isWhole: true },
  guide_theme: { name: 'name', quiet: ['position'], orderedWithin: ['guide_id'], isWhole: true },
  guide_question: { name: 'text', quiet: ['position'], orderedWithin: ['theme_id'], isWhole: true },
  grid_version: { name: 'reason' },
  coding_rule: { name: 'name', naming: ['definition'] },
  quick_key: { quiet: ['category_id'], whenGone: { category_id: 'follow' } },
  review_comment: { name: 'label', quiet: ['updated_at'], groups: [['resolved_at', 'resolved_by']], isWhole: true },
  blind_period: { groups: [['ended_at', 'ended_by']] },
  assignment: { name: 'title', isWhole: true },
  disagreement_decision: { groups: [['decision', 'adopted_id', 'other_category_id', 'why', 'sides', 'coder_id', 'decided_at']] },
  agreement_round: { name: 'name', twins: 'alike' },
};

const PLAIN: MergeRule = {};

export function mergeRuleOf(table: string): MergeRule {
  return MERGE_RULES[table] ?? PLAIN;
}
