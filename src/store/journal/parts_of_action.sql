-- Only what was written in this copy: a stranger's entry may name anybody's action.
SELECT p.entry, p.n, p.body, e.hash, s.id
FROM entry e JOIN sitting t ON t.num = e.sitting JOIN part p ON p.entry = e.num JOIN subject s ON s.num = p.subject
WHERE e.action = ?1 AND t.here = 1 AND p.body IS NOT NULL
ORDER BY e.num, p.n;
