-- What a supervisor reads and says: packs sent, comments in threads on places of the study, and what became of them.

-- What was given to be read: a page for a browser, or a copy opened in review mode. `content` as JSON: what was chosen.
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

-- One comment. A thread is its first comment, whose own id it bears, and the answers; only the first has a passage and a state, and the
-- last verdict given holds. The place may go: then `label` and `quote` still say what it was. A passage stays as long as a comment is on it.
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
CREATE INDEX review_comment_by_thread ON review_comment (thread_id);
CREATE INDEX review_comment_by_target ON review_comment (target_kind, target_id);
CREATE INDEX review_comment_by_passage ON review_comment (passage_id) WHERE passage_id IS NOT NULL;

-- One row makes the file a copy to be reviewed: nothing but comments can be written in it. Not in the log: the mode is this file's alone.
CREATE TABLE review_copy (
  pack_id TEXT PRIMARY KEY,
  made_at TEXT NOT NULL
) STRICT;
