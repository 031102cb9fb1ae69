-- From format 1 to 2: a claim's row says how much it is worth a check, and lists are sorted by that.
-- The row is made anew by the fold that follows every upgrade, so nothing needs to be carried over.
DROP VIEW claims;
DROP TABLE claim;

CREATE TABLE claim (
    num         INTEGER PRIMARY KEY REFERENCES subject (num),
    document    INTEGER REFERENCES document (num) DEFERRABLE INITIALLY DEFERRED,
    start       INTEGER,
    "end"       INTEGER,
    text        TEXT NOT NULL,
    speaker     TEXT NOT NULL,
    role        TEXT NOT NULL,
    cue         TEXT NOT NULL,
    via         TEXT NOT NULL, -- JSON list
    quote       TEXT NOT NULL,
    polarity    TEXT NOT NULL,
    kind        TEXT NOT NULL,
    nested      INTEGER NOT NULL,
    confidence  REAL,
    said_at     TEXT NOT NULL,
    translation TEXT NOT NULL,
    language    TEXT NOT NULL,
    url         TEXT NOT NULL,
    set_status  TEXT NOT NULL, -- by hand; '' to derive it
    status      TEXT NOT NULL,
    verdict     TEXT NOT NULL, -- rating, 'disputed' or ''
    dismissed   TEXT NOT NULL,
    withdrawn   TEXT NOT NULL,
    edited      INTEGER NOT NULL, -- whether a person wrote any field
    conflicts   TEXT NOT NULL, -- JSON list of fields
    hidden      INTEGER NOT NULL, -- withdrawn, or its document is
    place       INTEGER NOT NULL, -- order in lists: newest document first,
    position    INTEGER NOT NULL, -- then start, or -1
    worth       INTEGER NOT NULL, -- how much it is worth a check, 0 to 100
    reasons     TEXT NOT NULL,    -- JSON list: why so much
    rank        INTEGER NOT NULL  -- 100 - worth: first in the list what is worth most
) STRICT;
CREATE INDEX claim_place ON claim (place, position, num);
CREATE INDEX claim_rank ON claim (rank, place, position, num);
CREATE INDEX claim_status ON claim (status, rank, place, position, num);
CREATE INDEX claim_kind ON claim (kind, rank, place, position, num);
CREATE INDEX claim_document ON claim (document, start) WHERE document IS NOT NULL;

CREATE VIEW claims AS
SELECT s.id, d.id AS document, c.start, c."end", c.text, c.speaker, c.role, c.cue, c.quote, c.polarity, c.kind,
       c.said_at, c.translation, c.status, c.verdict, c.language, c.dismissed, c.worth
FROM claim c JOIN subject s ON s.num = c.num LEFT JOIN subject d ON d.num = c.document
WHERE c.hidden = 0;
