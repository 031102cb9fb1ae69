-- All parts that speak of a subject.
SELECT entry, n, body FROM part WHERE subject = ?1 AND body IS NOT NULL;
