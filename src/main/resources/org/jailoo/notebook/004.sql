-- Format 4 of the notebook: a log of who did what with what is kept here, and which records each bundle carried away.

-- Append-only, a chain: each hash is over the one before and over the entry. entry: JSON, see the class CustodyLog; it
-- holds ids alone, never a word of a record, and so stays when a record is purged.
CREATE TABLE custody (
  number INTEGER PRIMARY KEY,
  entry BLOB NOT NULL,
  record TEXT,
  about TEXT,
  hash BLOB NOT NULL
);
CREATE INDEX custody_record ON custody (record, number) WHERE record IS NOT NULL;
CREATE INDEX custody_about ON custody (about, number) WHERE about IS NOT NULL;

-- The keys of the records whose content went along, as a set of bits; null where that was not kept yet.
ALTER TABLE handover ADD COLUMN records BLOB;

-- From here on content.sealed, and draft.sealed, is 0 in clear, 1 under the key of identities, 2 what came while they were
-- closed, under the public half of that key: meta 'inbox'. And revision.bodied is 2 for a body that was handed over to the
-- lead, who confirmed it, and given up here: it is not taken in again.
CREATE INDEX content_inbox ON content (revision) WHERE sealed = 2;

-- The hashes of files that a sealed draft names; null for one of an earlier form, which is not known to name none.
ALTER TABLE draft ADD COLUMN names TEXT;

-- sealed: 0 for a record that is free of names, 1 for one that may name people, 2 for one that is to be derived again once
-- the identities are open, and has no digest until then.
ALTER TABLE state ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;
UPDATE state SET sealed = 2 WHERE record IN (SELECT record FROM revision
  WHERE type NOT IN ('campaign', 'participant', 'interview', 'focusGroup', 'recommendation'));
CREATE INDEX state_waiting ON state (record) WHERE sealed = 2;

-- Derived, while the identities are open: which records say who a participant is. Ids alone.
CREATE TABLE about (
  record INTEGER NOT NULL REFERENCES record,
  participant TEXT NOT NULL,
  PRIMARY KEY (record, participant)
) WITHOUT ROWID;
CREATE INDEX about_participant ON about (participant);

-- Where other records name a person who withdrew: found before the erasure, and kept without the name. erased: the record
-- that is gone; place: how many characters stand before the words; done: when a person ticked it off.
CREATE TABLE mention (
  key INTEGER PRIMARY KEY,
  erased TEXT NOT NULL,
  record TEXT NOT NULL,
  type TEXT NOT NULL,
  path TEXT NOT NULL,
  place INTEGER NOT NULL,
  found TEXT NOT NULL,
  done TEXT
);
