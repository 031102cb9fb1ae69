-- From format 2 to 3: erasures and what a person decided of them; a document's row says which blobs it is read from.
-- Its rows are made anew by the fold that follows every upgrade.
-- Entries of the kind `erase`, and what a person decided of each in this copy: one that a merge brought waits for
-- that. 'done' is on its way to 'swept', when free pages, search index and backups hold nothing of it any more.
CREATE TABLE erasure (
    entry INTEGER PRIMARY KEY REFERENCES entry (num),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'refused', 'done', 'swept'))
) STRICT;

-- What is erased here for good: whatever a merge brings of it is not taken. Not whole are documents of which words
-- are blanked, and checkers, of whom name and contact are erased.
CREATE TABLE erased (
    subject INTEGER PRIMARY KEY REFERENCES subject (num),
    whole   INTEGER NOT NULL CHECK (whole IN (0, 1))
) STRICT;

DROP VIEW claims;
DROP TABLE claim;
DROP TABLE document;

CREATE TABLE document (
    num         INTEGER PRIMARY KEY REFERENCES subject (num),
    title       TEXT NOT NULL,
    outlet      TEXT NOT NULL,
    author      TEXT NOT NULL,
    url         TEXT NOT NULL,
    address     TEXT NOT NULL, -- url in the form by which versions find each other
    published   TEXT NOT NULL,
    language    TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    encoding    TEXT NOT NULL,
    sha256      TEXT NOT NULL, -- of the bytes as received
    text_sha256 TEXT NOT NULL,
    size        INTEGER NOT NULL,
    length      INTEGER NOT NULL, -- code points of the text
    text        INTEGER, -- the blob that the text is read from; none where it is not here
    bytes       INTEGER, -- the blob of the bytes as received
    blanked     INTEGER NOT NULL, -- code points of the text that an erasure blanked
    imported_at INTEGER NOT NULL,
    imported_by INTEGER NOT NULL REFERENCES subject (num),
    previous    INTEGER REFERENCES subject (num),
    withdrawn   TEXT NOT NULL
) STRICT;
CREATE INDEX document_address ON document (address) WHERE address <> '';
CREATE INDEX document_previous ON document (previous) WHERE previous IS NOT NULL;

-- Also which extraction of a document is current, and which claims it found.
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
    hidden      INTEGER NOT NULL, -- withdrawn, or its document is; or not found any more, and touched by nobody
    place       INTEGER NOT NULL, -- order in lists: newest document first,
    position    INTEGER NOT NULL, -- then start, or -1
    worth       INTEGER NOT NULL, -- how much it is worth a check, 0 to 100
    reasons     TEXT NOT NULL,    -- JSON list: why so much
    rank        INTEGER NOT NULL, -- 100 - worth: first in the list what is worth most
    found       INTEGER NOT NULL  -- whether the current extraction found it, or a person added it
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

-- The extractions of a document: entries that hold the claims that an extractor found in it. The claims of the
-- current one are listed; of others, such as somebody has touched.
CREATE TABLE extraction (
    document INTEGER NOT NULL REFERENCES subject (num),
    entry    INTEGER NOT NULL,
    num      INTEGER NOT NULL REFERENCES subject (num), -- x… of one that was added later; of an import, the document
    name     TEXT NOT NULL, -- the extractor's version
    undone   INTEGER NOT NULL,
    current  INTEGER NOT NULL,
    PRIMARY KEY (document, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX extraction_num ON extraction (num);
-- The log by time, and what merges look for to fill, are found without reading the whole journal.
CREATE INDEX entry_at ON entry (at);
CREATE INDEX part_withheld ON part (entry, n) WHERE state = 'withheld';

-- A checker's row says whose key it is.
DROP TABLE checker;
CREATE TABLE checker (
    num        INTEGER PRIMARY KEY REFERENCES subject (num),
    name       TEXT NOT NULL,
    contact    TEXT NOT NULL,
    key        BLOB NOT NULL,
    first_seen INTEGER NOT NULL,
    person     INTEGER NOT NULL REFERENCES subject (num) -- of the keys of one person, that with the least id
) STRICT;
