-- All parts that speak of a subject, in the order that chooses what is shown: clock, sitting, number.
SELECT p.entry, p.n, p.body, e.at, t.id, e.seq, e.hash, t.checker
FROM part p JOIN entry e ON e.num = p.entry JOIN sitting t ON t.num = e.sitting
WHERE p.subject = ?1 AND p.body IS NOT NULL
ORDER BY e.at, t.id, e.seq, p.n;
