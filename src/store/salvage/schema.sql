-- Rows as they were found, each perhaps more than once, and what was made out of them. It is thrown away in the end.
CREATE TABLE entry (
    id        INTEGER PRIMARY KEY,
    num       INTEGER NOT NULL, -- local number in the file
    sitting   INTEGER NOT NULL, -- likewise
    header    TEXT NOT NULL,
    stored    BLOB NOT NULL,    -- the hash that stood with it
    signature BLOB,
    made      BLOB,             -- the hash that its header and parts give
    prev      BLOB,             -- the hash that it names as before it; none where it opens a sitting
    seq       INTEGER,          -- none where its header cannot be read
    opener    INTEGER,          -- the first entry of its sitting, where it is taken over
    place     INTEGER           -- its place in the new file, then
);
CREATE INDEX entry_num ON entry (num);
CREATE INDEX entry_made ON entry (made);
CREATE INDEX entry_prev ON entry (prev, seq);
CREATE INDEX entry_place ON entry (place, opener, seq) WHERE place IS NOT NULL;
CREATE INDEX entry_sitting ON entry (sitting, seq);

CREATE TABLE part (
    id         INTEGER PRIMARY KEY,
    entry      INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    subject    INTEGER NOT NULL,
    state      TEXT NOT NULL,
    commitment BLOB NOT NULL,
    salt       BLOB,
    body       TEXT, -- none where it had none or its bytes are gone
    blob       INTEGER
);
CREATE INDEX part_entry ON part (entry, n);

CREATE TABLE subject (num INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (num, id)) WITHOUT ROWID;
CREATE TABLE sitting (num INTEGER NOT NULL, id BLOB NOT NULL, last_seq INTEGER NOT NULL, here INTEGER NOT NULL,
    PRIMARY KEY (num, id, last_seq, here)) WITHOUT ROWID;
CREATE INDEX sitting_id ON sitting (id);
CREATE TABLE blob (num INTEGER NOT NULL, sha256 BLOB NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (num, sha256, size)) WITHOUT ROWID;
CREATE TABLE chunk (id INTEGER PRIMARY KEY, blob INTEGER NOT NULL, n INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX chunk_blob ON chunk (blob, n);
-- Numbers of entries that something in the file speaks of.
CREATE TABLE known (num INTEGER PRIMARY KEY);
-- What was decided of erasures, by the number of their entry.
CREATE TABLE erasure (entry INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (entry, state)) WITHOUT ROWID;
-- What the casebook called itself.
CREATE TABLE casebook (id TEXT PRIMARY KEY);
