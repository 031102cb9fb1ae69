-- All parts with a body, those of each subject together.
SELECT subject, entry, n, body FROM part INDEXED BY part_subject WHERE body IS NOT NULL ORDER BY subject, entry, n;
