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

DELETE FROM claim;
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
