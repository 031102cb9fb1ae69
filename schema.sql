-- The casebook of hudna, format 3: the whole schema, read from top to bottom.
--
-- The journal (sitting, entry, part, blob, chunk) is the truth: every change that was ever made, hashed and
-- signed. All other tables are what the entries add up to; `hudna rebuild` makes them anew and they are equal.
-- Integer keys (num) are local to this file; what travels are the ids in `subject`. Times named `at` are hybrid
-- logical clocks: milliseconds since 1970 (UTC) shifted left by 16 bits, plus a counter.
-- Views for people who open the file with sqlite3 or Datasette are at the end.

PRAGMA application_id = 0x6875646E; -- "hudn"
PRAGMA user_version = 3;

-- ---------------------------------------------------------------------------------------------------- journal

-- Everything that is spoken of: d… documents, c… claims, e… evidence, v… verdicts, m… comments, k… checkers,
-- x… extractions, and the casebook itself.
CREATE TABLE subject (
    num INTEGER PRIMARY KEY,
    id  TEXT NOT NULL UNIQUE
) STRICT;

-- One run of the program that wrote entries. Its id is the hash of its first entry.
CREATE TABLE sitting (
    num      INTEGER PRIMARY KEY,
    id       BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    checker  INTEGER NOT NULL REFERENCES subject (num),
    key      BLOB NOT NULL CHECK (length(key) = 32), -- Ed25519 public key
    last_seq INTEGER NOT NULL CHECK (last_seq > 0),
    here     INTEGER NOT NULL CHECK (here IN (0, 1)) -- written in this copy of the file, so undo may reach it
) STRICT;

-- hash = SHA-256("hudna entry 1" NUL, length of header as u64 big endian, header,
--                 then for each part: length of the subject's id as one byte, that id, commitment)
-- signature = Ed25519 over "hudna entry 1" NUL and the hash; the last entry of every transaction has one.
CREATE TABLE entry (
    num       INTEGER PRIMARY KEY,
    sitting   INTEGER NOT NULL REFERENCES sitting (num),
    seq       INTEGER NOT NULL CHECK (seq > 0),
    at        INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    action    TEXT NOT NULL, -- groups what one user action wrote
    header    TEXT NOT NULL, -- JSON, kept byte for byte; seq, at, kind and action are copied from it
    hash      BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    signature BLOB CHECK (signature IS NULL OR length(signature) = 64),
    UNIQUE (sitting, seq)
) STRICT;
CREATE INDEX entry_action ON entry (action);
CREATE INDEX entry_at ON entry (at);

-- What an entry says of one subject. commitment = SHA-256("hudna part 1" NUL, salt, content); the content is the
-- body or the blob's bytes. A part may be withheld (a merge fills it) or erased (it and its salt never return).
CREATE TABLE part (
    entry      INTEGER NOT NULL REFERENCES entry (num),
    n          INTEGER NOT NULL CHECK (n >= 0),
    subject    INTEGER NOT NULL REFERENCES subject (num),
    state      TEXT NOT NULL CHECK (state IN ('present', 'withheld', 'erased')),
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    salt       BLOB CHECK (salt IS NULL OR length(salt) = 16),
    body       TEXT,
    blob       INTEGER REFERENCES blob (num),
    PRIMARY KEY (entry, n),
    CHECK (state <> 'present' OR (salt IS NOT NULL AND (body IS NULL) <> (blob IS NULL)))
) STRICT, WITHOUT ROWID;
CREATE INDEX part_subject ON part (subject, entry);
CREATE INDEX part_withheld ON part (entry, n) WHERE state = 'withheld';

-- Texts, bytes as received and attachments, by content.
CREATE TABLE blob (
    num    INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    size   INTEGER NOT NULL CHECK (size >= 0)
) STRICT;

-- 256 KiB of a blob each, compressed with Zstandard.
CREATE TABLE chunk (
    blob INTEGER NOT NULL REFERENCES blob (num),
    n    INTEGER NOT NULL CHECK (n >= 0),
    data BLOB NOT NULL,
    PRIMARY KEY (blob, n)
) STRICT;

-- Entries that no other entry names yet: the next signature names them.
CREATE TABLE frontier (
    entry INTEGER PRIMARY KEY REFERENCES entry (num)
) STRICT;

-- The highest clock seen in this copy.
CREATE TABLE clock (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    at  INTEGER NOT NULL
) STRICT;

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

-- ------------------------------------------------------------------------------------------------- projection

-- One row: this casebook and who publishes from it.
CREATE TABLE casebook (
    num            INTEGER PRIMARY KEY REFERENCES subject (num),
    id             TEXT NOT NULL,
    publisher_name TEXT NOT NULL,
    publisher_url  TEXT NOT NULL,
    scale          TEXT NOT NULL -- the scale's name
) STRICT;

-- The scale that verdicts are chosen from.
CREATE TABLE rating (
    position INTEGER PRIMARY KEY,
    code     TEXT NOT NULL UNIQUE,
    ar       TEXT NOT NULL,
    en       TEXT NOT NULL,
    value    INTEGER
) STRICT;

CREATE TABLE checker (
    num        INTEGER PRIMARY KEY REFERENCES subject (num),
    name       TEXT NOT NULL,
    contact    TEXT NOT NULL,
    key        BLOB NOT NULL,
    first_seen INTEGER NOT NULL,
    person     INTEGER NOT NULL REFERENCES subject (num) -- of the keys of one person, that with the least id
) STRICT;

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

CREATE TABLE evidence (
    num       INTEGER PRIMARY KEY REFERENCES subject (num),
    claim     INTEGER NOT NULL REFERENCES subject (num),
    kind      TEXT NOT NULL,
    url       TEXT NOT NULL,
    quotation TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_size INTEGER,
    sha256    TEXT NOT NULL, -- of the file, '' if there is none
    stance    TEXT NOT NULL,
    grade     TEXT NOT NULL,
    note      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    checker   INTEGER NOT NULL REFERENCES subject (num),
    withdrawn TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_claim ON evidence (claim, num);

CREATE TABLE verdict (
    num       INTEGER PRIMARY KEY REFERENCES subject (num),
    claim     INTEGER NOT NULL REFERENCES subject (num),
    rating    TEXT NOT NULL,
    why       TEXT NOT NULL,
    at        INTEGER NOT NULL,
    checker   INTEGER NOT NULL REFERENCES subject (num),
    blind     INTEGER NOT NULL,
    basis     TEXT NOT NULL, -- JSON list: the verdicts on this claim that the checker had
    standing  INTEGER NOT NULL,
    undone    INTEGER NOT NULL,
    withdrawn TEXT NOT NULL
) STRICT;
CREATE INDEX verdict_claim ON verdict (claim, num);

CREATE TABLE comment (
    num       INTEGER PRIMARY KEY REFERENCES subject (num),
    claim     INTEGER NOT NULL REFERENCES subject (num),
    text      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    checker   INTEGER NOT NULL REFERENCES subject (num),
    withdrawn TEXT NOT NULL
) STRICT;
CREATE INDEX comment_claim ON comment (claim, num);

-- The writes of a field that no other write names. No row: the field is as it was made.
CREATE TABLE head (
    subject INTEGER NOT NULL REFERENCES subject (num),
    field   TEXT NOT NULL,
    entry   INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    PRIMARY KEY (subject, field, entry, n)
) STRICT, WITHOUT ROWID;

-- Words of claims as folded for search. Holds no text of its own and is left out of shared copies.
CREATE VIRTUAL TABLE search USING fts5 (
    words, speaker, forms,
    content = '', contentless_delete = 1, detail = column, tokenize = "unicode61 remove_diacritics 0"
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

-- ------------------------------------------------------------------------------------- for people and Datasette

CREATE VIEW claims AS
SELECT s.id, d.id AS document, c.start, c."end", c.text, c.speaker, c.role, c.cue, c.quote, c.polarity, c.kind,
       c.said_at, c.translation, c.status, c.verdict, c.language, c.dismissed, c.worth
FROM claim c JOIN subject s ON s.num = c.num LEFT JOIN subject d ON d.num = c.document
WHERE c.hidden = 0;

CREATE VIEW documents AS
SELECT s.id, d.title, d.outlet, d.author, d.url, d.published, d.language, d.sha256, d.text_sha256, d.length,
       datetime((d.imported_at >> 16) / 1000.0, 'unixepoch') AS imported_at, p.id AS previous, d.withdrawn
FROM document d JOIN subject s ON s.num = d.num LEFT JOIN subject p ON p.num = d.previous;

CREATE VIEW verdicts AS
SELECT s.id, c.id AS claim, v.rating, v.why, coalesce(nullif(k.name, ''), ks.id) AS checker,
       datetime((v.at >> 16) / 1000.0, 'unixepoch') AS at, v.standing, v.withdrawn
FROM verdict v JOIN subject s ON s.num = v.num JOIN subject c ON c.num = v.claim
JOIN subject ks ON ks.num = v.checker LEFT JOIN checker k ON k.num = v.checker;

CREATE VIEW evidences AS
SELECT s.id, c.id AS claim, e.kind, e.stance, e.grade, e.url, e.quotation, e.file_name, e.file_size, e.sha256, e.note,
       datetime((e.at >> 16) / 1000.0, 'unixepoch') AS at, e.withdrawn
FROM evidence e JOIN subject s ON s.num = e.num JOIN subject c ON c.num = e.claim;

CREATE VIEW log AS
SELECT e.num AS entry, datetime((e.at >> 16) / 1000.0, 'unixepoch') AS at,
       coalesce(nullif(k.name, ''), ks.id) AS checker, e.kind, s.id AS subject, p.state, p.body
FROM part p JOIN entry e ON e.num = p.entry JOIN sitting t ON t.num = e.sitting
JOIN subject s ON s.num = p.subject JOIN subject ks ON ks.num = t.checker LEFT JOIN checker k ON k.num = t.checker;
