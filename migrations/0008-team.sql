-- Working together: where this copy stands in its team's stream, who is in the team, and what could not be joined and waits to be settled.
-- The keys are not here: a project's file is copied and mailed.

-- One row in a copy that belongs to a team.
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

CREATE TABLE team_member (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('researcher', 'coder', 'reviewer')),
  -- X25519: what a new key of the team is wrapped with
  public_key TEXT NOT NULL,
  joined_at TEXT NOT NULL,
  left_at TEXT
) STRICT;

-- What this copy's user did and a rule now refuses, since others were faster; `mine` and `theirs` as JSON, with all that is needed to do it again.
CREATE TABLE team_settlement (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  mine TEXT NOT NULL,
  theirs TEXT NOT NULL,
  at TEXT NOT NULL,
  settled_at TEXT,
  choice TEXT CHECK (choice IN ('mine', 'theirs'))
) STRICT;
