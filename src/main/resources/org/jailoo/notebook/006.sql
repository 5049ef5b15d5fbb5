-- Format 6 of the notebook: what was counted over all revisions and records stays counted, so that a save, an import or
-- the first page costs what it changes and not what is there. No triggers: a statement that has one lets FTS5 write its
-- words out at once, and an import would write a segment of the index for each record.

-- Derived. What was walked of a writer's places, up to one of them: which are held, as ranges; of how many revisions; and
-- the keys of their records, as a set of bits. Gone as soon as a revision at or below that place comes or goes.
CREATE TABLE held (
  writer INTEGER PRIMARY KEY REFERENCES writer ON DELETE CASCADE,
  upto INTEGER NOT NULL,
  places TEXT NOT NULL,
  revisions INTEGER NOT NULL,
  records BLOB NOT NULL
);

-- Derived. How far a hash over the ids at some places of a writer had come at one place. places: SHA-256 of the ranges up
-- to there; state: of the digest after them. Gone as the above.
CREATE TABLE hashed (
  writer INTEGER NOT NULL REFERENCES writer ON DELETE CASCADE,
  upto INTEGER NOT NULL,
  places BLOB NOT NULL,
  state BLOB NOT NULL,
  PRIMARY KEY (writer, upto, places)
) WITHOUT ROWID;

-- Derived. The places that hold more than one revision of a writer.
CREATE TABLE fork (
  writer INTEGER NOT NULL REFERENCES writer ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  PRIMARY KEY (writer, seq)
) WITHOUT ROWID;

INSERT INTO fork (writer, seq) SELECT writer, seq FROM revision GROUP BY writer, seq HAVING count(*) > 1;

-- Headers without a body, and revisions of types that may name people or are not known: few, and asked for often.
CREATE INDEX revision_bodiless ON revision (writer, seq, record, bodied) WHERE bodied <> 1;
CREATE INDEX revision_named ON revision (type, record)
  WHERE type NOT IN ('campaign', 'participant', 'interview', 'focusGroup', 'recommendation');

-- Derived. How many records are listed of a type and campaign, and of them in conflict or incomplete.
CREATE TABLE tally (
  type TEXT NOT NULL,
  gone INTEGER NOT NULL,
  campaign TEXT NOT NULL,
  records INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  incomplete INTEGER NOT NULL,
  PRIMARY KEY (type, gone, campaign)
) WITHOUT ROWID;

-- Whose code or title begins with what somebody types.
CREATE INDEX listed_words ON listed (type, gone, words, place);

INSERT INTO tally (type, gone, campaign, records, conflicts, incomplete)
  SELECT type, gone, campaign, count(*), sum(conflicts > 0), sum(incomplete > 0) FROM listed
  GROUP BY type, gone, campaign;
