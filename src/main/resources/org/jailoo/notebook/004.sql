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
