-- Format 2 of the notebook: what lists show of each record, so that a page is read without reading any content.

-- Derived. day: the first date of the record, '' without; code: what people call it; place: code as it sorts, numbers by
-- their value; words: code and titles folded, to find it by; campaign: the id of the record it belongs to, or ''. gone: 1
-- for deleted and purged ones. Of a record that may name a person, and of a purged one, no text stands here.
CREATE TABLE listed (
  record INTEGER PRIMARY KEY REFERENCES record,
  type TEXT NOT NULL,
  gone INTEGER NOT NULL,
  day TEXT NOT NULL,
  code TEXT NOT NULL,
  place TEXT NOT NULL,
  words TEXT NOT NULL,
  campaign TEXT NOT NULL,
  conflicts INTEGER NOT NULL,
  incomplete INTEGER NOT NULL
);
CREATE INDEX listed_day ON listed (type, gone, day DESC, place);
CREATE INDEX listed_place ON listed (type, gone, place, words);
CREATE INDEX listed_campaign_day ON listed (type, gone, campaign, day DESC, place);
CREATE INDEX listed_campaign_place ON listed (type, gone, campaign, place, words);
CREATE INDEX listed_conflict ON listed (type, gone, day DESC, place) WHERE conflicts > 0;
CREATE INDEX listed_incomplete ON listed (type, gone, day DESC, place) WHERE incomplete > 0;
