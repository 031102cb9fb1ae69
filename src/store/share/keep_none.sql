-- The subjects whose parts go along.
CREATE TABLE copy.keep (num INTEGER PRIMARY KEY) STRICT;
