-- What a study promises to the people in it, and what was done to keep it. Which names were replaced is not here: the key is a file of its own.

CREATE TABLE confidentiality (
  id TEXT PRIMARY KEY,
  -- a day; null: nothing was decided
  keep_until TEXT,
  -- what only the researcher can fill in of the data-protection sheet, as JSON
  sheet TEXT NOT NULL
) STRICT;

CREATE TABLE pseudonymisation (
  id TEXT PRIMARY KEY,
  entities INTEGER NOT NULL,
  replaced INTEGER NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  at TEXT NOT NULL
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
