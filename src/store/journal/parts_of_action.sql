SELECT p.entry, p.n, p.body, e.hash, s.id
FROM entry e JOIN part p ON p.entry = e.num JOIN subject s ON s.num = p.subject
WHERE e.action = ?1 AND p.body IS NOT NULL
ORDER BY e.num, p.n;
