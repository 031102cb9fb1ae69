-- What an entry's hash is over, each part with every name that its subject may have.
SELECT DISTINCT p.id, p.n, p.subject, s.id, p.commitment FROM part p JOIN subject s ON s.num = p.subject
WHERE p.entry = ?1 ORDER BY p.n, p.id, s.id LIMIT ?2;
