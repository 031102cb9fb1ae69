SELECT p.entry, p.n, s.id, p.state, p.commitment, p.salt, p.body, p.blob
FROM entry e JOIN part p ON p.entry = e.num JOIN subject s ON s.num = p.subject
WHERE e.sitting = ?1 AND e.seq = ?2 AND p.n = ?3;
