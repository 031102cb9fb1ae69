-- Entries that come in while the past state is made do not belong to it.
INSERT INTO upto (at, entry) SELECT ?1, coalesce(max(num), 0) FROM book.entry;
