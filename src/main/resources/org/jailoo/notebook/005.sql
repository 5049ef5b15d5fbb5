-- Format 5 of the notebook: what each bundle brought, so that it can go back out, and what a shared folder has shown.

-- The keys of all revisions that the bundle named, held before or not, as a set of bits; null for a bundle of an earlier
-- form. bodied: those of them that it had with their body. fresh, changed: how many records were new, and gained
-- something. handover, custody: the last key and number when it came; what was written later counted what it brought.
-- undone: when a person took it back out; null again once it is taken in anew. reverted: when she wrote the values of
-- before over it.
ALTER TABLE bundle ADD COLUMN revisions BLOB;
ALTER TABLE bundle ADD COLUMN bodied BLOB;
ALTER TABLE bundle ADD COLUMN fresh INTEGER;
ALTER TABLE bundle ADD COLUMN changed INTEGER;
ALTER TABLE bundle ADD COLUMN handover INTEGER;
ALTER TABLE bundle ADD COLUMN custody INTEGER;
ALTER TABLE bundle ADD COLUMN undone TEXT;
ALTER TABLE bundle ADD COLUMN reverted TEXT;

-- The bundle that brought a body whose header was held before; null where it came with its header, or was written here.
ALTER TABLE content ADD COLUMN bundle INTEGER REFERENCES bundle;

-- The files of the shared folder that were looked into, so that none is read twice, and those that were written there.
-- sha256: of the file as it lay there, '' where it was not read to its end; modified: in milliseconds, as the folder says;
-- bundle, sender: as the file says, null where it could not be read; verdict: a stable word, see the class Offered; seen:
-- when it was first found so; word: of our own files, what they said, JSON.
CREATE TABLE offered (
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  bundle TEXT,
  sender TEXT,
  verdict TEXT NOT NULL,
  seen TEXT NOT NULL,
  word TEXT,
  PRIMARY KEY (name, sha256)
) WITHOUT ROWID;
