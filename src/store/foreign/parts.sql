SELECT p.entry, p.n, s.id, p.state, p.commitment, p.salt, p.body, p.blob
FROM part p NOT INDEXED LEFT JOIN subject s ON s.num = p.subject WHERE p.entry >= ?1 ORDER BY p.entry, p.n;
