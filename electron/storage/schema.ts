// The tables as drizzle sees them; migrations/ is what makes them. test/migrations compares the two.
import { blob, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  conceptMap,
  conceptMapNode,
  link,
  linkEvidence,
  linkType,
  meaningMark,
  savedAnalysis,
  savedSearch,
  stopWord,
  suggestionDecision,
} from './analysis-schema.ts';
import { cell, cellQuote, cellStance, matrix, matrixSnapshot, printSettings, ratingScale, researchQuestion } from './matrix-schema.ts';
import { confidentiality, erasure, pseudonymisation } from './confidentiality-schema.ts';
import { reviewComment, reviewPack } from './review-schema.ts';
import { agreementRound, assignment, assignmentCoder, assignmentGrid, assignmentSource, blindPeriod, disagreementDecision } from './coder-schema.ts';

export const project = sqliteTable('project', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  question: text('question').notNull(),
  language: text('language', { enum: ['fr', 'en'] }).notNull(),
  createdAt: text('created_at').notNull(),
});

export const coder = sqliteTable('coder', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  initials: text('initials').notNull(),
  color: text('color').notNull(),
  createdAt: text('created_at').notNull(),
});

export const studyCase = sqliteTable('study_case', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
});

export const participant = sqliteTable('participant', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  caseId: text('case_id'),
  isInterviewer: integer('is_interviewer').notNull(),
});

export const source = sqliteTable('source', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['interview', 'observation', 'document', 'survey'] }).notNull(),
  date: text('date'),
  position: integer('position').notNull(),
  words: integer('words').notNull(),
  turns: integer('turns').notNull(),
  originalName: text('original_name').notNull(),
  originalSha256: text('original_sha256').notNull(),
  importedAt: text('imported_at').notNull(),
});

export const sourceCase = sqliteTable('source_case', {
  id: text('id').primaryKey(),
  sourceId: text('source_id').notNull(),
  caseId: text('case_id').notNull(),
});

export const speaker = sqliteTable('speaker', {
  id: text('id').primaryKey(),
  sourceId: text('source_id').notNull(),
  label: text('label').notNull(),
  participantId: text('participant_id').notNull(),
});

export const turn = sqliteTable('turn', {
  id: text('id').primaryKey(),
  sourceId: text('source_id').notNull(),
  position: integer('position').notNull(),
  number: integer('number'),
  text: text('text').notNull(),
  lengthUtf16: integer('length_utf16').notNull(),
  bodyStartUtf16: integer('body_start_utf16').notNull(),
  bodyEndUtf16: integer('body_end_utf16').notNull(),
  speakerId: text('speaker_id'),
  startMs: integer('start_ms'),
  endMs: integer('end_ms'),
  styles: text('styles'),
  marks: text('marks'),
});

export const media = sqliteTable('media', {
  id: text('id').primaryKey(),
  sourceId: text('source_id').notNull(),
  sha256: text('sha256').notNull(),
  originalName: text('original_name').notNull(),
  mime: text('mime').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  durationMs: integer('duration_ms'),
});

export const casePart = sqliteTable('case_part', {
  id: text('id').primaryKey(),
  sourceId: text('source_id').notNull(),
  caseId: text('case_id').notNull(),
  firstTurnId: text('first_turn_id').notNull(),
  lastTurnId: text('last_turn_id').notNull(),
});

export const caseGroup = sqliteTable('case_group', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
});

export const caseGroupMember = sqliteTable('case_group_member', {
  id: text('id').primaryKey(),
  groupId: text('group_id').notNull(),
  caseId: text('case_id').notNull(),
});

export const guide = sqliteTable('guide', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  position: integer('position').notNull(),
});

export const guideTheme = sqliteTable('guide_theme', {
  id: text('id').primaryKey(),
  guideId: text('guide_id').notNull(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
});

export const guideQuestion = sqliteTable('guide_question', {
  id: text('id').primaryKey(),
  themeId: text('theme_id').notNull(),
  text: text('text').notNull(),
  position: integer('position').notNull(),
});

export const questionCategory = sqliteTable('question_category', {
  id: text('id').primaryKey(),
  questionId: text('question_id').notNull(),
  categoryId: text('category_id').notNull(),
});

export const questionTurn = sqliteTable('question_turn', {
  id: text('id').primaryKey(),
  questionId: text('question_id').notNull(),
  turnId: text('turn_id').notNull(),
  status: text('status', { enum: ['confirmed', 'rejected'] }).notNull(),
});

export const grid = sqliteTable('grid', {
  id: text('id').primaryKey(),
  key: text('key').notNull(),
  title: text('title').notNull(),
  source: text('source').notNull(),
  description: text('description').notNull(),
  version: integer('version').notNull(),
  position: integer('position').notNull(),
});

export const category = sqliteTable('category', {
  id: text('id').primaryKey(),
  gridId: text('grid_id').notNull(),
  parentId: text('parent_id'),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  definition: text('definition').notNull(),
  inclusion: text('inclusion').notNull(),
  exclusion: text('exclusion').notNull(),
  example: text('example').notNull(),
  color: text('color').notNull(),
  origin: text('origin', { enum: ['a-priori', 'in-vivo', 'emergent'] }).notNull(),
  createdAt: text('created_at').notNull(),
  scale: text('scale'),
  stage: text('stage', { enum: ['open', 'axial', 'selective'] }),
  status: text('status', { enum: ['draft', 'stable', 'retired'] }),
  examplePassageId: text('example_passage_id'),
});

export const categoryPlace = sqliteTable('category_place', {
  id: text('id').primaryKey(),
  categoryId: text('category_id').notNull(),
  parentId: text('parent_id').notNull(),
});

export const boardPlace = sqliteTable('board_place', {
  id: text('id').primaryKey(),
  categoryId: text('category_id').notNull(),
  x: real('x').notNull(),
  y: real('y').notNull(),
});

export const gridVersion = sqliteTable('grid_version', {
  id: text('id').primaryKey(),
  gridId: text('grid_id').notNull(),
  number: integer('number').notNull(),
  reason: text('reason').notNull(),
  coderId: text('coder_id').notNull(),
  createdAt: text('created_at').notNull(),
  content: text('content').notNull(),
});

export const codingRule = sqliteTable('coding_rule', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  definition: text('definition').notNull(),
  coderId: text('coder_id').notNull(),
  createdAt: text('created_at').notNull(),
});

export const quickKey = sqliteTable('quick_key', {
  id: text('id').primaryKey(),
  coderId: text('coder_id').notNull(),
  digit: integer('digit').notNull(),
  categoryId: text('category_id').notNull(),
});

export const passage = sqliteTable('passage', {
  id: text('id').primaryKey(),
  sourceId: text('source_id').notNull(),
  startTurnId: text('start_turn_id').notNull(),
  startUtf16: integer('start_utf16').notNull(),
  endTurnId: text('end_turn_id').notNull(),
  endUtf16: integer('end_utf16').notNull(),
  lostQuote: text('lost_quote'),
  starredAt: text('starred_at'),
  paraphrase: text('paraphrase'),
});

export const coding = sqliteTable('coding', {
  id: text('id').primaryKey(),
  passageId: text('passage_id').notNull(),
  categoryId: text('category_id').notNull(),
  coderId: text('coder_id').notNull(),
  weight: real('weight'),
  stance: text('stance', { enum: ['supports', 'contrasts', 'mentions'] }),
  createdAt: text('created_at').notNull(),
  ruleId: text('rule_id'),
});

export const memo = sqliteTable('memo', {
  id: text('id').primaryKey(),
  targetKind: text('target_kind', {
    enum: ['project', 'source', 'passage', 'coding', 'category', 'case', 'participant', 'matrix', 'cell', 'question'],
  }).notNull(),
  targetId: text('target_id').notNull(),
  kind: text('kind', { enum: ['analytic', 'methodological', 'theoretical', 'diary'] }).notNull(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  document: text('document'),
  coderId: text('coder_id').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const memoLink = sqliteTable('memo_link', {
  id: text('id').primaryKey(),
  memoId: text('memo_id').notNull(),
  targetKind: text('target_kind', { enum: ['source', 'passage', 'category', 'case', 'participant', 'matrix', 'cell', 'memo'] }).notNull(),
  targetId: text('target_id').notNull(),
});

export const attribute = sqliteTable('attribute', {
  id: text('id').primaryKey(),
  scope: text('scope', { enum: ['case', 'source', 'participant'] }).notNull(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
  type: text('type', { enum: ['text', 'number', 'date', 'choice', 'yesNo', 'ordered'] }).notNull(),
  choices: text('choices').notNull(),
});

export const attributeValue = sqliteTable('attribute_value', {
  id: text('id').primaryKey(),
  attributeId: text('attribute_id').notNull(),
  targetId: text('target_id').notNull(),
  value: text('value').notNull(),
});

export const changeLog = sqliteTable('change_log', {
  number: integer('number').primaryKey(),
  id: text('id').notNull(),
  origin: text('origin').notNull(),
  kind: text('kind', { enum: ['do', 'undo', 'redo'] }).notNull(),
  targetId: text('target_id'),
  command: text('command').notNull(),
  coderId: text('coder_id').notNull(),
  coderName: text('coder_name').notNull(),
  at: text('at').notNull(),
  input: text('input').notNull(),
  subject: text('subject').notNull(),
  diffs: text('diffs').notNull(),
  basedOn: text('based_on'),
  act: text('act'),
});

/** The files that sources were read from. Not content: undo leaves them, redo needs them. */
export const original = sqliteTable('original', {
  sha256: text('sha256').primaryKey(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

/** Pictures pasted into memos. Not content, as originals are not. */
export const image = sqliteTable('image', {
  sha256: text('sha256').primaryKey(),
  mime: text('mime').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

/** The tables that hold the study's content: what commands write, what the log's diffs name. The log itself is not among them. */
export const contentTables = {
  project,
  coder,
  study_case: studyCase,
  participant,
  source,
  source_case: sourceCase,
  speaker,
  turn,
  grid,
  category,
  passage,
  coding,
  memo,
  attribute,
  attribute_value: attributeValue,
  cell,
  rating_scale: ratingScale,
  cell_stance: cellStance,
  cell_quote: cellQuote,
  research_question: researchQuestion,
  matrix_snapshot: matrixSnapshot,
  print_settings: printSettings,
  saved_search: savedSearch,
  saved_analysis: savedAnalysis,
  link_type: linkType,
  link,
  link_evidence: linkEvidence,
  concept_map: conceptMap,
  concept_map_node: conceptMapNode,
  stop_word: stopWord,
  meaning_mark: meaningMark,
  suggestion_decision: suggestionDecision,
  matrix,
  media,
  case_part: casePart,
  case_group: caseGroup,
  case_group_member: caseGroupMember,
  guide,
  guide_theme: guideTheme,
  guide_question: guideQuestion,
  question_category: questionCategory,
  question_turn: questionTurn,
  category_place: categoryPlace,
  board_place: boardPlace,
  grid_version: gridVersion,
  coding_rule: codingRule,
  quick_key: quickKey,
  memo_link: memoLink,
  review_pack: reviewPack,
  review_comment: reviewComment,
  blind_period: blindPeriod,
  assignment,
  assignment_source: assignmentSource,
  assignment_grid: assignmentGrid,
  assignment_coder: assignmentCoder,
  disagreement_decision: disagreementDecision,
  agreement_round: agreementRound,
  confidentiality,
  pseudonymisation,
  erasure,
} as const;

export type ContentTables = typeof contentTables;
export type TableName = keyof ContentTables;
export type Row<T extends TableName> = ContentTables[T]['$inferSelect'];
export type NewRow<T extends TableName> = ContentTables[T]['$inferInsert'];
