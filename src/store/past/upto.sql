-- Over the journal of the casebook attached as `book` lie views of the same names: the program's statements find
-- these first, and with them only the entries that a past state is made of.
CREATE TEMP TABLE upto (at INTEGER NOT NULL, entry INTEGER NOT NULL);
CREATE TEMP VIEW entry AS
SELECT e.* FROM book.entry e WHERE +e.at <= (SELECT at FROM upto) AND +e.num <= (SELECT entry FROM upto);
CREATE TEMP VIEW part AS
SELECT p.* FROM book.part p JOIN book.entry e ON e.num = p.entry
WHERE +e.at <= (SELECT at FROM upto) AND +e.num <= (SELECT entry FROM upto);
