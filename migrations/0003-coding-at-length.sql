-- Coding for months: good quotes and paraphrases, scales of weight, stages and statuses, categories seen in several places, versions of
-- grids, rules of autocoding, a board of loose categories, a personal quick list, and memos that are written like a text.

-- When a passage was marked as a good quote; null for most.
ALTER TABLE passage ADD COLUMN starred_at TEXT;
-- What it says, in the researcher's words.
ALTER TABLE passage ADD COLUMN paraphrase TEXT;

-- A JSON object {min, max, step}: the weights that the category's codings may have; null where it has none.
ALTER TABLE category ADD COLUMN scale TEXT;
ALTER TABLE category ADD COLUMN stage TEXT CHECK (stage IN ('open', 'axial', 'selective'));
ALTER TABLE category ADD COLUMN status TEXT CHECK (status IN ('draft', 'stable', 'retired'));
-- A real passage that shows what the category is; `example` holds its words, or others.
ALTER TABLE category ADD COLUMN example_passage_id TEXT REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED;

-- A category seen under a second parent of its grid as well; its first place is the category's own parent.
CREATE TABLE category_place (
  id TEXT PRIMARY KEY,
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (category_id, parent_id)
) STRICT;
CREATE INDEX category_place_by_parent ON category_place (parent_id);

-- Where a category lies on the board on which loose ones are grouped by hand.
CREATE TABLE board_place (
  id TEXT PRIMARY KEY,
  category_id TEXT NOT NULL UNIQUE REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  x REAL NOT NULL,
  y REAL NOT NULL
) STRICT;

-- A state of a grid worth keeping, with the reason; `content` is the grid and its categories as JSON.
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

-- A rule of autocoding, kept to be run again on new sources; `definition` as JSON.
CREATE TABLE coding_rule (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT;
-- The rule that a coding comes from; null for one made by hand.
ALTER TABLE coding ADD COLUMN rule_id TEXT REFERENCES coding_rule (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX coding_by_rule ON coding (rule_id) WHERE rule_id IS NOT NULL;

-- The categories under a coder's keys 1 … 9.
CREATE TABLE quick_key (
  id TEXT PRIMARY KEY,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  digit INTEGER NOT NULL CHECK (digit BETWEEN 1 AND 9),
  category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (coder_id, digit)
) STRICT;

-- Memos on cells too, of a kind, with their form: `document` is the editor's state as JSON (null: `text` is all there is); `text` its words.
CREATE TABLE memo_anew (
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
INSERT INTO memo_anew (id, target_kind, target_id, kind, title, text, document, coder_id, created_at, updated_at)
  SELECT id, target_kind, target_id, 'analytic', title, text, NULL, coder_id, created_at, updated_at FROM memo ORDER BY rowid;
DROP TABLE memo;
ALTER TABLE memo_anew RENAME TO memo;
CREATE INDEX memo_by_target ON memo (target_kind, target_id);

-- What a memo's text points to; derived from its document by whoever writes it.
CREATE TABLE memo_link (
  id TEXT PRIMARY KEY,
  memo_id TEXT NOT NULL REFERENCES memo (id) DEFERRABLE INITIALLY DEFERRED,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('source', 'passage', 'category', 'case', 'participant', 'matrix', 'cell', 'memo')),
  target_id TEXT NOT NULL,
  UNIQUE (memo_id, target_kind, target_id)
) STRICT;
CREATE INDEX memo_link_by_target ON memo_link (target_kind, target_id);

-- Pictures pasted into memos, by their hash. Not in the log: what undo takes back, redo needs again.
CREATE TABLE image (
  sha256 TEXT PRIMARY KEY,
  mime TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
