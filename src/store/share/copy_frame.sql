-- An id that no part speaks of can stand in a withheld body alone, and does not go along.
INSERT INTO copy.subject (num, id)
SELECT num, id FROM main.subject s
WHERE EXISTS (SELECT 1 FROM main.part p WHERE p.subject = s.num) OR s.num IN (SELECT checker FROM main.sitting);
INSERT INTO copy.sitting (num, id, checker, key, last_seq, here)
SELECT num, id, checker, key, last_seq, 0 FROM main.sitting;
INSERT INTO copy.blob (num, sha256, size)
SELECT num, sha256, size FROM main.blob WHERE num IN (
    SELECT p.blob FROM copy.keep k CROSS JOIN main.part p ON p.subject = k.num WHERE p.blob IS NOT NULL);
INSERT INTO copy.frontier (entry) SELECT entry FROM main.frontier;
INSERT INTO copy.clock (one, at) SELECT one, at FROM main.clock;
