-- Cells whole: a synthesis with its form, a rating on a scale with its rules, pinned verbatims, a remark; what a synthesis was written on.
-- Matrices kept with notes, layout and snapshots; questions of the study to write against; what is printed, and how, kept by name.

-- Rating scales, each step with the rule that decides it; `steps` is [{value, label, rule}, …] from the least to the most.
CREATE TABLE rating_scale (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  steps TEXT NOT NULL
) STRICT;

-- The content of one crossing of entities, whatever matrices show it: key = the entities' keys sorted and joined with |
CREATE TABLE cell_anew (
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
INSERT INTO cell_anew (id, key, synthesis, status, coder_id, updated_at)
  SELECT id, key, synthesis, status, coder_id, updated_at FROM cell ORDER BY rowid;
DROP TABLE cell;
ALTER TABLE cell_anew RENAME TO cell;
CREATE INDEX cell_by_scale ON cell (scale_id) WHERE scale_id IS NOT NULL;

-- A verbatim pinned to a crossing, in its place there. `cuts` is [[start, end], …], UTF-16 units left out of `cut_from`, the passage's words
-- when it was cut; both null for a verbatim in full.
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
CREATE INDEX cell_quote_by_passage ON cell_quote (passage_id);

-- A question of the study that a matrix can have for an axis; `expression` says which passages may answer it (null: those pinned by hand).
CREATE TABLE research_question (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  expression TEXT,
  position INTEGER NOT NULL
) STRICT;

-- Words about a kept matrix; how it is laid out, as JSON; the ready-made display it came from.
ALTER TABLE matrix ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE matrix ADD COLUMN layout TEXT;
ALTER TABLE matrix ADD COLUMN display TEXT;

-- A matrix as it stood one day, to compare with later; `content` as JSON.
CREATE TABLE matrix_snapshot (
  id TEXT PRIMARY KEY,
  matrix_id TEXT NOT NULL REFERENCES matrix (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX matrix_snapshot_by_matrix ON matrix_snapshot (matrix_id);

-- How something is printed, kept by name; `settings` as JSON.
CREATE TABLE print_settings (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
