CREATE TABLE agreement_round (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  setting TEXT NOT NULL,
  figures TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE assignment (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  -- a day, without an hour
  due TEXT,
  is_blind INTEGER NOT NULL CHECK (is_blind IN (0, 1)),
  revealed_at TEXT,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE assignment_coder (
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  -- when the coder said that it was done
  done_at TEXT,
  UNIQUE (assignment_id, coder_id)
) STRICT;

CREATE TABLE assignment_grid (
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
  grid_id TEXT NOT NULL REFERENCES grid (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (assignment_id, grid_id)
) STRICT;

CREATE TABLE assignment_source (
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (assignment_id, source_id)
) STRICT;

CREATE TABLE attribute (
  id TEXT PRIMARY KEY,
  scope TEXT NOT NULL CHECK (scope IN ('case', 'source', 'participant')),
  name TEXT NOT NULL,
  position INTEGER NOT NULL, type TEXT NOT NULL DEFAULT 'text' CHECK (type IN ('text', 'number', 'date', 'choice', 'yesNo', 'ordered')), choices TEXT NOT NULL DEFAULT '[]',
  UNIQUE (scope, name)
) STRICT;

CREATE TABLE attribute_value (
  id TEXT PRIMARY KEY,
  attribute_id TEXT NOT NULL REFERENCES attribute (id) DEFERRABLE INITIALLY DEFERRED,
  target_id TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (attribute_id, target_id)
) STRICT;

CREATE TABLE blind_period (
  id TEXT PRIMARY KEY,
  began_at TEXT NOT NULL,
  began_by TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  ended_at TEXT,
  ended_by TEXT REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;

CREATE TABLE board_place (
  id TEXT PRIMARY KEY,
  category_id TEXT NOT NULL UNIQUE REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  x REAL NOT NULL,
  y REAL NOT NULL
) STRICT;

CREATE TABLE case_group (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE case_group_member (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES case_group (id) DEFERRABLE INITIALLY DEFERRED,
  case_id TEXT NOT NULL REFERENCES study_case (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (group_id, case_id)
) STRICT;

CREATE TABLE case_part (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  case_id TEXT NOT NULL REFERENCES study_case (id) DEFERRABLE INITIALLY DEFERRED,
  first_turn_id TEXT NOT NULL REFERENCES turn (id) DEFERRABLE INITIALLY DEFERRED,
  last_turn_id TEXT NOT NULL REFERENCES turn (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE category (
  id TEXT PRIMARY KEY,
  grid_id TEXT NOT NULL REFERENCES grid (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id TEXT REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  inclusion TEXT NOT NULL,
  exclusion TEXT NOT NULL,
  example TEXT NOT NULL,
  color TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('a-priori', 'in-vivo', 'emergent')),
  created_at TEXT NOT NULL
, scale TEXT, stage TEXT CHECK (stage IN ('open', 'axial', 'selective')), status TEXT CHECK (status IN ('draft', 'stable', 'retired')), example_passage_id TEXT REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED) STRICT;

CREATE TABLE category_place (
  id TEXT PRIMARY KEY,
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (category_id, parent_id)
) STRICT;

CREATE TABLE "cell" (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  -- its words; `document` is the editor's state as JSON (null: the words are all there is)
  synthesis TEXT NOT NULL,
  document TEXT,
  status TEXT NOT NULL CHECK (status IN ('draft', 'ready', 'reviewed')),
  -- what the synthesis was last written on, as JSON {rule, passages: {id: fingerprint}}; null: nobody knows
  evidence TEXT,
  scale_id TEXT REFERENCES rating_scale (id) DEFERRABLE INITIALLY DEFERRED,
  rating REAL,
  remark TEXT NOT NULL DEFAULT '',
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL,
  CHECK ((scale_id IS NULL) = (rating IS NULL))
) STRICT;

CREATE TABLE cell_quote (
  id TEXT PRIMARY KEY,
  cell_key TEXT NOT NULL,
  passage_id TEXT NOT NULL REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  cuts TEXT,
  cut_from TEXT,
  UNIQUE (cell_key, passage_id),
  CHECK ((cuts IS NULL) = (cut_from IS NULL))
) STRICT;

CREATE TABLE cell_stance (
  id TEXT PRIMARY KEY,
  cell_key TEXT NOT NULL,
  passage_id TEXT NOT NULL REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'contrasts', 'mentions')),
  UNIQUE (cell_key, passage_id)
) STRICT;

CREATE TABLE change_log (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- the copy of the project that made the entry
  origin TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  -- the entry that this one takes back or brings back
  target_id TEXT,
  command TEXT NOT NULL,
  coder_id TEXT NOT NULL,
  coder_name TEXT NOT NULL,
  at TEXT NOT NULL,
  input TEXT NOT NULL,
  subject TEXT NOT NULL,
  -- [{table, id, before, after}], in the order written
  diffs TEXT NOT NULL,
  -- the entry that was the latest when this one was made
  based_on TEXT
, act TEXT) STRICT;

CREATE TABLE coder (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  initials TEXT NOT NULL,
  color TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE coding (
  id TEXT PRIMARY KEY,
  passage_id TEXT NOT NULL REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  weight REAL,
  stance TEXT CHECK (stance IN ('supports', 'contrasts', 'mentions')),
  created_at TEXT NOT NULL, rule_id TEXT REFERENCES coding_rule (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (passage_id, category_id, coder_id)
) STRICT;

CREATE TABLE coding_rule (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE concept_map (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL DEFAULT '',
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE concept_map_node (
  id TEXT PRIMARY KEY,
  concept_map_id TEXT NOT NULL REFERENCES concept_map (id) DEFERRABLE INITIALLY DEFERRED,
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  x REAL NOT NULL,
  y REAL NOT NULL,
  UNIQUE (concept_map_id, category_id)
) STRICT;

CREATE TABLE confidentiality (
  id TEXT PRIMARY KEY,
  -- a day; null: nothing was decided
  keep_until TEXT,
  -- what only the researcher can fill in of the data-protection sheet, as JSON
  sheet TEXT NOT NULL
) STRICT;

CREATE TABLE disagreement_decision (
  id TEXT PRIMARY KEY,
  passage_id TEXT NOT NULL REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  decision TEXT NOT NULL CHECK (decision IN ('discussed', 'adopted', 'merged', 'withdrawn', 'recoded', 'kept')),
  -- whose coding was adopted
  adopted_id TEXT REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  -- what all gave it instead
  other_category_id TEXT REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  why TEXT NOT NULL,
  sides TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  decided_at TEXT NOT NULL,
  UNIQUE (passage_id, category_id)
) STRICT;

CREATE TABLE erasure (
  id TEXT PRIMARY KEY,
  -- what the certificate calls the person: chosen, and not their name
  label TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('sources', 'turns')),
  -- how much went, as JSON
  removed TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  at TEXT NOT NULL,
  -- SHA-256 of the study as it was left
  state_hash TEXT NOT NULL
) STRICT;

CREATE TABLE grid (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  description TEXT NOT NULL,
  version INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE grid_version (
  id TEXT PRIMARY KEY,
  grid_id TEXT NOT NULL REFERENCES grid (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  reason TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (grid_id, number)
) STRICT;

CREATE TABLE guide (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE guide_question (
  id TEXT PRIMARY KEY,
  theme_id TEXT NOT NULL REFERENCES guide_theme (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE guide_theme (
  id TEXT PRIMARY KEY,
  guide_id TEXT NOT NULL REFERENCES guide (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE image (
  sha256 TEXT PRIMARY KEY,
  mime TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE indexed_turn (
  number INTEGER PRIMARY KEY,
  turn_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE link (
  id TEXT PRIMARY KEY,
  link_type_id TEXT NOT NULL REFERENCES link_type (id) DEFERRABLE INITIALLY DEFERRED,
  from_category_id TEXT REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  from_passage_id TEXT REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  from_memo_id TEXT REFERENCES memo (id) DEFERRABLE INITIALLY DEFERRED,
  to_category_id TEXT REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  to_passage_id TEXT REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  to_memo_id TEXT REFERENCES memo (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL DEFAULT '',
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  CHECK ((from_category_id IS NOT NULL) + (from_passage_id IS NOT NULL) + (from_memo_id IS NOT NULL) = 1),
  CHECK ((to_category_id IS NOT NULL) + (to_passage_id IS NOT NULL) + (to_memo_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE link_evidence (
  id TEXT PRIMARY KEY,
  link_id TEXT NOT NULL REFERENCES link (id) DEFERRABLE INITIALLY DEFERRED,
  passage_id TEXT NOT NULL REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  UNIQUE (link_id, passage_id)
) STRICT;

CREATE TABLE link_type (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  color TEXT NOT NULL,
  is_directed INTEGER NOT NULL CHECK (is_directed IN (0, 1)),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE matrix (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  updated_at TEXT NOT NULL
, notes TEXT NOT NULL DEFAULT '', layout TEXT, display TEXT) STRICT;

CREATE TABLE matrix_snapshot (
  id TEXT PRIMARY KEY,
  matrix_id TEXT NOT NULL REFERENCES matrix (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE meaning_mark (
  id TEXT PRIMARY KEY,
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  level TEXT NOT NULL CHECK (level IN ('nothing', 'nuance', 'dimension')),
  note TEXT NOT NULL DEFAULT '',
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL,
  UNIQUE (category_id, source_id)
) STRICT;

CREATE TABLE media (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL UNIQUE REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  sha256 TEXT NOT NULL,
  original_name TEXT NOT NULL,
  mime TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  duration_ms INTEGER
) STRICT;

CREATE TABLE "memo" (
  id TEXT PRIMARY KEY,
  target_kind TEXT NOT NULL
    CHECK (target_kind IN ('project', 'source', 'passage', 'coding', 'category', 'case', 'participant', 'matrix', 'cell', 'question')),
  -- empty for the project; for a cell the key of its crossing
  target_id TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'analytic' CHECK (kind IN ('analytic', 'methodological', 'theoretical', 'diary')),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  document TEXT,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE memo_link (
  id TEXT PRIMARY KEY,
  memo_id TEXT NOT NULL REFERENCES memo (id) DEFERRABLE INITIALLY DEFERRED,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('source', 'passage', 'category', 'case', 'participant', 'matrix', 'cell', 'memo')),
  target_id TEXT NOT NULL,
  UNIQUE (memo_id, target_kind, target_id)
) STRICT;

CREATE TABLE original (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE participant (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  case_id TEXT REFERENCES study_case (id) DEFERRABLE INITIALLY DEFERRED,
  is_interviewer INTEGER NOT NULL CHECK (is_interviewer IN (0, 1))
) STRICT;

CREATE TABLE passage (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  start_turn_id TEXT NOT NULL REFERENCES turn (id) DEFERRABLE INITIALLY DEFERRED,
  start_utf16 INTEGER NOT NULL CHECK (start_utf16 >= 0),
  end_turn_id TEXT NOT NULL REFERENCES turn (id) DEFERRABLE INITIALLY DEFERRED,
  end_utf16 INTEGER NOT NULL CHECK (end_utf16 >= 0),
  -- the words that a correction took away whole; null while the passage has any
  lost_quote TEXT
, starred_at TEXT, paraphrase TEXT) STRICT;

CREATE TABLE print_settings (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  question TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE pseudonymisation (
  id TEXT PRIMARY KEY,
  entities INTEGER NOT NULL,
  replaced INTEGER NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE question_category (
  id TEXT PRIMARY KEY,
  question_id TEXT NOT NULL REFERENCES guide_question (id) DEFERRABLE INITIALLY DEFERRED,
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (question_id, category_id)
) STRICT;

CREATE TABLE question_turn (
  id TEXT PRIMARY KEY,
  question_id TEXT NOT NULL REFERENCES guide_question (id) DEFERRABLE INITIALLY DEFERRED,
  turn_id TEXT NOT NULL REFERENCES turn (id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL CHECK (status IN ('confirmed', 'rejected')),
  UNIQUE (question_id, turn_id)
) STRICT;

CREATE TABLE quick_key (
  id TEXT PRIMARY KEY,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  digit INTEGER NOT NULL CHECK (digit BETWEEN 1 AND 9),
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (coder_id, digit)
) STRICT;

CREATE TABLE rating_scale (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  steps TEXT NOT NULL
) STRICT;

CREATE TABLE research_question (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  expression TEXT,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE review_comment (
  id TEXT PRIMARY KEY,
  thread_id TEXT NOT NULL REFERENCES review_comment (id) DEFERRABLE INITIALLY DEFERRED,
  -- the pack it was written in; null for what was written in this project
  pack_id TEXT REFERENCES review_pack (id) DEFERRABLE INITIALLY DEFERRED,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('project', 'matrix', 'cell', 'synthesis', 'category', 'source', 'passage', 'coding', 'memo')),
  -- a UUID; a cell's key for cells and syntheses; for words that were not found again, the source's
  target_id TEXT NOT NULL,
  -- of passages and codings
  passage_id TEXT REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL,
  quote TEXT NOT NULL,
  verdict TEXT CHECK (verdict IN ('agree', 'discuss', 'redo')),
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  -- who of the project's coders wrote it; null for a reviewer
  coder_id TEXT REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  resolved_at TEXT,
  resolved_by TEXT REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((resolved_at IS NULL) = (resolved_by IS NULL)),
  CHECK (id = thread_id OR (resolved_at IS NULL AND passage_id IS NULL))
) STRICT;

CREATE TABLE review_copy (
  pack_id TEXT PRIMARY KEY,
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE review_pack (
  id TEXT PRIMARY KEY,
  form TEXT NOT NULL CHECK (form IN ('page', 'copy')),
  file_name TEXT NOT NULL,
  message TEXT NOT NULL,
  content TEXT NOT NULL,
  is_pseudonymised INTEGER NOT NULL CHECK (is_pseudonymised IN (0, 1)),
  -- of what the pack holds: two packs with the same hash show the same
  sha256 TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE saved_analysis (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  setting TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  updated_at TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('search', 'retrieval')),
  name TEXT NOT NULL,
  setting TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

CREATE TABLE schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('interview', 'observation', 'document', 'survey')),
  date TEXT,
  position INTEGER NOT NULL,
  words INTEGER NOT NULL,
  -- turns that have words
  turns INTEGER NOT NULL,
  original_name TEXT NOT NULL,
  original_sha256 TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE source_case (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  case_id TEXT NOT NULL REFERENCES study_case (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (source_id, case_id)
) STRICT;

CREATE TABLE speaker (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL,
  participant_id TEXT NOT NULL REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (source_id, label)
) STRICT;

CREATE TABLE stop_word (
  id TEXT PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,
  is_stopped INTEGER NOT NULL CHECK (is_stopped IN (0, 1))
) STRICT;

CREATE TABLE study_case (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE suggestion_decision (
  id TEXT PRIMARY KEY,
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  words_hash TEXT NOT NULL,
  quote TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'refused')),
  method TEXT NOT NULL CHECK (method IN ('centroid', 'logistic', 'similar', 'embedding')),
  score REAL NOT NULL,
  reasons TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  decided_at TEXT NOT NULL,
  UNIQUE (category_id, source_id, words_hash, coder_id)
) STRICT;

CREATE TABLE team_member (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('researcher', 'coder', 'reviewer')),
  -- X25519: what a new key of the team is wrapped with
  public_key TEXT NOT NULL,
  joined_at TEXT NOT NULL,
  left_at TEXT
) STRICT;

CREATE TABLE team_settlement (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  mine TEXT NOT NULL,
  theirs TEXT NOT NULL,
  at TEXT NOT NULL,
  settled_at TEXT,
  choice TEXT CHECK (choice IN ('mine', 'theirs'))
) STRICT;

CREATE TABLE team_state (
  -- the stream's name
  id TEXT PRIMARY KEY,
  -- this copy in the team, and in the log's entries
  member_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('researcher', 'coder', 'reviewer')),
  -- which of the team's keys is in use
  epoch INTEGER NOT NULL,
  -- the last message of the stream that is applied here
  sequence INTEGER NOT NULL,
  -- the log's entries up to this number are the team's; later ones wait to be sent
  shared_number INTEGER NOT NULL,
  -- entries up to this number have been sent, and stay as they are until they are acknowledged or written anew
  sent_number INTEGER NOT NULL,
  -- why nothing is exchanged any more, as JSON {code, data}; null while all is well
  problem TEXT
) STRICT;

CREATE TABLE turn (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  number INTEGER,
  text TEXT NOT NULL,
  length_utf16 INTEGER NOT NULL,
  body_start_utf16 INTEGER NOT NULL,
  body_end_utf16 INTEGER NOT NULL,
  speaker_id TEXT REFERENCES speaker (id) DEFERRABLE INITIALLY DEFERRED,
  start_ms INTEGER,
  end_ms INTEGER
, styles TEXT, marks TEXT) STRICT;

CREATE VIRTUAL TABLE turn_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE 'turn_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'turn_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'turn_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'turn_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE INDEX attribute_value_by_target ON attribute_value (target_id);

CREATE INDEX case_part_by_source ON case_part (source_id);

CREATE INDEX category_by_parent ON category (grid_id, parent_id, position);

CREATE INDEX category_place_by_parent ON category_place (parent_id);

CREATE INDEX cell_by_scale ON cell (scale_id) WHERE scale_id IS NOT NULL;

CREATE INDEX cell_quote_by_passage ON cell_quote (passage_id);

CREATE INDEX cell_stance_by_passage ON cell_stance (passage_id);

CREATE INDEX change_log_act ON change_log (act) WHERE act IS NOT NULL;

CREATE INDEX change_log_target ON change_log (target_id) WHERE target_id IS NOT NULL;

CREATE INDEX coding_by_category ON coding (category_id);

CREATE INDEX coding_by_coder ON coding (coder_id);

CREATE INDEX coding_by_rule ON coding (rule_id) WHERE rule_id IS NOT NULL;

CREATE INDEX concept_map_node_by_category ON concept_map_node (category_id);

CREATE INDEX disagreement_decision_by_category ON disagreement_decision (category_id);

CREATE INDEX link_by_from_category ON link (from_category_id) WHERE from_category_id IS NOT NULL;

CREATE INDEX link_by_from_passage ON link (from_passage_id) WHERE from_passage_id IS NOT NULL;

CREATE INDEX link_by_to_category ON link (to_category_id) WHERE to_category_id IS NOT NULL;

CREATE INDEX link_by_to_passage ON link (to_passage_id) WHERE to_passage_id IS NOT NULL;

CREATE INDEX link_evidence_by_passage ON link_evidence (passage_id);

CREATE INDEX matrix_snapshot_by_matrix ON matrix_snapshot (matrix_id);

CREATE INDEX meaning_mark_by_source ON meaning_mark (source_id);

CREATE INDEX memo_by_target ON memo (target_kind, target_id);

CREATE INDEX memo_link_by_target ON memo_link (target_kind, target_id);

CREATE INDEX passage_by_source ON passage (source_id, start_turn_id, start_utf16);

CREATE INDEX question_turn_by_turn ON question_turn (turn_id);

CREATE INDEX review_comment_by_passage ON review_comment (passage_id) WHERE passage_id IS NOT NULL;

CREATE INDEX review_comment_by_target ON review_comment (target_kind, target_id);

CREATE INDEX review_comment_by_thread ON review_comment (thread_id);

CREATE INDEX suggestion_decision_by_source ON suggestion_decision (source_id);

CREATE INDEX turn_by_source ON turn (source_id, position);

CREATE INDEX turn_by_speaker ON turn (speaker_id);

CREATE INDEX turn_extent ON turn (source_id, position, id, length_utf16, number, speaker_id);
