SELECT p.n, s.id, p.state, p.commitment, p.salt, p.body, p.blob FROM part p JOIN subject s ON s.num = p.subject
WHERE p.entry = ?1 ORDER BY p.n, p.id, s.id LIMIT ?2;
