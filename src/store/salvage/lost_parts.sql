-- Parts whose entry cannot be read.
SELECT p.id, p.entry, p.n, s.id, p.state, p.commitment, p.salt, p.body, p.blob FROM part p LEFT JOIN subject s ON s.num = p.subject
WHERE p.id > ?1 AND p.entry NOT IN (SELECT num FROM entry) ORDER BY p.id LIMIT 256;
