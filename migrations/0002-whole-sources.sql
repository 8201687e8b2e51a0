-- Sources whole: how their text was set, the file and the recording they came from, the words to search; typed attributes, groups of
-- cases, parts of a source that belong to a case; the interview guide; acts that are written in several entries.

-- Both count UTF-16 units in the turn's text, and are null where there is nothing to say.
-- [[start, end, "bold"], …]
ALTER TABLE turn ADD COLUMN styles TEXT;
-- [[at, "page", 3], [at, "time", 61000], …]: a page of the original begins here; this was said at this time
ALTER TABLE turn ADD COLUMN marks TEXT;
CREATE INDEX turn_by_speaker ON turn (speaker_id);

-- The files that sources were read from, as they were, by their hash. Not in the log: what undo takes back, redo needs again.
CREATE TABLE original (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- The recording of a source; the file lies beside the project, named by its hash.
CREATE TABLE media (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL UNIQUE REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  sha256 TEXT NOT NULL,
  original_name TEXT NOT NULL,
  mime TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  duration_ms INTEGER
) STRICT;

ALTER TABLE attribute ADD COLUMN type TEXT NOT NULL DEFAULT 'text' CHECK (type IN ('text', 'number', 'date', 'choice', 'yesNo', 'ordered'));
-- a JSON list of texts, in their order; empty but for choices
ALTER TABLE attribute ADD COLUMN choices TEXT NOT NULL DEFAULT '[]';

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

-- The turns first … last of a source belong to a case, when the source as a whole does not.
CREATE TABLE case_part (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  case_id TEXT NOT NULL REFERENCES study_case (id) DEFERRABLE INITIALLY DEFERRED,
  first_turn_id TEXT NOT NULL REFERENCES turn (id) DEFERRABLE INITIALLY DEFERRED,
  last_turn_id TEXT NOT NULL REFERENCES turn (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX case_part_by_source ON case_part (source_id);

CREATE TABLE guide (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE guide_theme (
  id TEXT PRIMARY KEY,
  guide_id TEXT NOT NULL REFERENCES guide (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE guide_question (
  id TEXT PRIMARY KEY,
  theme_id TEXT NOT NULL REFERENCES guide_theme (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

-- The categories that a question is meant to feed.
CREATE TABLE question_category (
  id TEXT PRIMARY KEY,
  question_id TEXT NOT NULL REFERENCES guide_question (id) DEFERRABLE INITIALLY DEFERRED,
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (question_id, category_id)
) STRICT;

-- What the researcher said of a proposed match: the question is asked in this turn, or is not.
CREATE TABLE question_turn (
  id TEXT PRIMARY KEY,
  question_id TEXT NOT NULL REFERENCES guide_question (id) DEFERRABLE INITIALLY DEFERRED,
  turn_id TEXT NOT NULL REFERENCES turn (id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL CHECK (status IN ('confirmed', 'rejected')),
  UNIQUE (question_id, turn_id)
) STRICT;
CREATE INDEX question_turn_by_turn ON question_turn (turn_id);

-- Entries that are one act of the user (a long import) share its UUID: undo takes them back together.
ALTER TABLE change_log ADD COLUMN act TEXT;
CREATE INDEX change_log_act ON change_log (act) WHERE act IS NOT NULL;

-- The words of every turn, to search. Derived: whoever writes a turn writes here. A turn keeps its number, whatever VACUUM does to rows.
CREATE TABLE indexed_turn (
  number INTEGER PRIMARY KEY,
  turn_id TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE turn_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
