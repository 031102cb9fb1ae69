-- All parts with a body from a subject on, those of each subject together.
SELECT subject, entry, n, body FROM part INDEXED BY part_subject WHERE subject >= ?1 AND body IS NOT NULL ORDER BY subject, entry, n;
