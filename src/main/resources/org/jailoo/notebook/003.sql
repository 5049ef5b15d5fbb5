-- Format 3 of the notebook: what a person has typed and not saved yet, and what this notebook remembers for her.

-- A draft is no revision: it never leaves the notebook, and goes with the save, with a purge, or when it is thrown away.
-- kept: a time of this laptop. sealed: 1 where content is locked with the key of identities.
CREATE TABLE draft (
  record TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  kept TEXT NOT NULL,
  sealed INTEGER NOT NULL,
  content BLOB NOT NULL
);

-- Small things to remember: saved filters, the lead's device, when a backup was made. Inside the encryption, because a
-- filter may hold a name.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
