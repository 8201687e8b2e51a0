-- Several people who code: what they are given to code, coding without seeing each other's work, what they settle, how far they agreed when.

-- From when to when everybody saw their own codings only; the open one has no end.
CREATE TABLE blind_period (
  id TEXT PRIMARY KEY,
  began_at TEXT NOT NULL,
  began_by TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  ended_at TEXT,
  ended_by TEXT REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;

-- Sources that several coders are to code, each for themselves.
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

CREATE TABLE assignment_source (
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (assignment_id, source_id)
) STRICT;

-- With which grids; none: with all of them.
CREATE TABLE assignment_grid (
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
  grid_id TEXT NOT NULL REFERENCES grid (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (assignment_id, grid_id)
) STRICT;

CREATE TABLE assignment_coder (
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  -- when the coder said that it was done
  done_at TEXT,
  UNIQUE (assignment_id, coder_id)
) STRICT;

-- What became of a place where coders differed. The passage is all of that place, and stays as long as its decision; `sides` as JSON: what each had
-- marked of it before.
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
CREATE INDEX disagreement_decision_by_category ON disagreement_decision (category_id);

-- Agreement as it was measured one day: how (`setting`) and what was found (`figures`), both as JSON.
CREATE TABLE agreement_round (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  setting TEXT NOT NULL,
  figures TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT;
