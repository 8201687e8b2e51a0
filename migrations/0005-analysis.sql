-- Searches and analyses kept by name; links between categories, passages and memos; what coders decide while they analyse.

-- A search or a retrieval to be run again; `setting` as JSON: what was looked for, with its filters and order.
CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('search', 'retrieval')),
  name TEXT NOT NULL,
  setting TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

-- An analysis as it was set: what is crossed, what was pinned where, cut-offs, calibrations; `setting` as JSON.
CREATE TABLE saved_analysis (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  setting TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  updated_at TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

-- What a link says: causes, precedes, contradicts, the user's own.
CREATE TABLE link_type (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  color TEXT NOT NULL,
  is_directed INTEGER NOT NULL CHECK (is_directed IN (0, 1)),
  position INTEGER NOT NULL
) STRICT;

-- A typed link; each end is one of three things.
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
CREATE INDEX link_by_from_category ON link (from_category_id) WHERE from_category_id IS NOT NULL;
CREATE INDEX link_by_to_category ON link (to_category_id) WHERE to_category_id IS NOT NULL;
CREATE INDEX link_by_from_passage ON link (from_passage_id) WHERE from_passage_id IS NOT NULL;
CREATE INDEX link_by_to_passage ON link (to_passage_id) WHERE to_passage_id IS NOT NULL;

-- The passages that a link rests on.
CREATE TABLE link_evidence (
  id TEXT PRIMARY KEY,
  link_id TEXT NOT NULL REFERENCES link (id) DEFERRABLE INITIALLY DEFERRED,
  passage_id TEXT NOT NULL REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  UNIQUE (link_id, passage_id)
) STRICT;
CREATE INDEX link_evidence_by_passage ON link_evidence (passage_id);

-- A drawing of categories and the links between them.
CREATE TABLE concept_map (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL DEFAULT '',
  updated_at TEXT NOT NULL
) STRICT;

-- Where a category stands on a map: its middle, in px from the map's own origin.
CREATE TABLE concept_map_node (
  id TEXT PRIMARY KEY,
  concept_map_id TEXT NOT NULL REFERENCES concept_map (id) DEFERRABLE INITIALLY DEFERRED,
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  x REAL NOT NULL,
  y REAL NOT NULL,
  UNIQUE (concept_map_id, category_id)
) STRICT;
CREATE INDEX concept_map_node_by_category ON concept_map_node (category_id);

-- Words that counts of words leave out, or keep, otherwise than the shipped list does.
CREATE TABLE stop_word (
  id TEXT PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,
  is_stopped INTEGER NOT NULL CHECK (is_stopped IN (0, 1))
) STRICT;

-- What an interview adds to a category's meaning, as its reader judges it.
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
CREATE INDEX meaning_mark_by_source ON meaning_mark (source_id);

-- A category proposed for words of a source, and what a coder decided. The words are known by their hash: a decision holds as long as they do.
-- `reasons` as JSON: the words that decided, with their weights.
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
CREATE INDEX suggestion_decision_by_source ON suggestion_decision (source_id);
