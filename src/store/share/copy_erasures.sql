-- What is erased in a casebook is erased in every copy of it.
INSERT OR IGNORE INTO copy.subject (num, id) SELECT num, id FROM main.subject WHERE num IN (SELECT subject FROM main.erased);
INSERT INTO copy.erasure (entry, state) SELECT entry, state FROM main.erasure;
INSERT INTO copy.erased (subject, whole) SELECT subject, whole FROM main.erased;
