-- Format 1 of the notebook. Tables above the line are the notebook; those below it are derived and can be rebuilt.

-- What this file is: its device's keys, its instance, the mark of the place where it lies.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

-- Every record that any held revision names.
CREATE TABLE record (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
);

CREATE TABLE writer (
  key INTEGER PRIMARY KEY,
  device TEXT NOT NULL,
  instance TEXT NOT NULL,
  UNIQUE (device, instance)
);

-- A bundle that was imported, and when; undoing an import and showing where a change came from need it.
CREATE TABLE bundle (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  device TEXT NOT NULL,
  instance TEXT NOT NULL,
  serial INTEGER NOT NULL,
  created TEXT NOT NULL,
  imported TEXT NOT NULL
);

-- A bundle that was written here: who was handed what.
CREATE TABLE handover (
  key INTEGER PRIMARY KEY,
  bundle TEXT NOT NULL,
  instance TEXT NOT NULL,
  serial INTEGER NOT NULL,
  created TEXT NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  since TEXT NOT NULL,
  recipients TEXT NOT NULL,
  revisions INTEGER NOT NULL
);

-- Append-only. Only a signature gives way, to a smaller one over the same bytes. bodied: 1 while its content is held.
CREATE TABLE revision (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  record INTEGER NOT NULL REFERENCES record,
  writer INTEGER NOT NULL REFERENCES writer,
  seq INTEGER NOT NULL,
  edit INTEGER NOT NULL,
  type TEXT NOT NULL,
  signature TEXT NOT NULL,
  bodied INTEGER NOT NULL,
  bundle INTEGER REFERENCES bundle,
  header BLOB NOT NULL
);
CREATE INDEX revision_record ON revision (record, type);
CREATE INDEX revision_writer ON revision (writer, seq, id, bodied, record);

-- Salt, time and change set of an edit; a purge deletes the row. A sealed body opens with the key of identities.
CREATE TABLE content (
  revision INTEGER PRIMARY KEY REFERENCES revision,
  sealed INTEGER NOT NULL,
  salt BLOB NOT NULL,
  time TEXT NOT NULL,
  body BLOB NOT NULL
);

-- A purge, and whether it was accepted here; acceptance never travels.
CREATE TABLE purge (
  revision INTEGER PRIMARY KEY REFERENCES revision,
  record INTEGER NOT NULL REFERENCES record,
  accepted INTEGER NOT NULL
);
CREATE INDEX purge_record ON purge (record);

-- Devices by their cards. trust: 0 unknown, 1 trusted, 2 blocked. unasked: purges taken since a person last confirmed one.
CREATE TABLE device (
  id TEXT PRIMARY KEY,
  card BLOB NOT NULL,
  disputed INTEGER NOT NULL,
  recipient TEXT,
  trust INTEGER NOT NULL,
  unasked INTEGER NOT NULL,
  scope TEXT
) WITHOUT ROWID;

-- What another notebook last said it holds, withholds and lacks: one row an instance, that of its greatest serial.
CREATE TABLE claim (
  device TEXT NOT NULL,
  instance TEXT NOT NULL,
  serial INTEGER NOT NULL,
  created TEXT NOT NULL,
  has TEXT NOT NULL,
  withheld TEXT NOT NULL,
  lacks TEXT NOT NULL,
  retired INTEGER NOT NULL,
  PRIMARY KEY (device, instance)
) WITHOUT ROWID;

CREATE TABLE attachment (
  key INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL
);

CREATE TABLE chunk (
  attachment INTEGER NOT NULL REFERENCES attachment,
  place INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE (attachment, place)
);

-- ---------------------------------------------------------------- derived

-- The state of a record in brief. digest: SHA-256 of its state line.
CREATE TABLE state (
  record INTEGER PRIMARY KEY REFERENCES record,
  type TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  purged INTEGER NOT NULL,
  incomplete INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  digest BLOB NOT NULL
);
CREATE INDEX state_type ON state (type, record);

-- Which attachments the bodies name.
CREATE TABLE naming (
  sha256 TEXT NOT NULL,
  revision INTEGER NOT NULL REFERENCES revision,
  PRIMARY KEY (sha256, revision)
) WITHOUT ROWID;
CREATE INDEX naming_revision ON naming (revision);

-- Folded text of each record that is neither purged nor deleted; keeps no text of its own.
CREATE VIRTUAL TABLE search USING fts5 (
  text, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
