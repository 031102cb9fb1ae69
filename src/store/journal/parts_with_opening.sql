-- Parts of a subject in the order that chooses what is shown (clock, sitting, number), each with the header of the entry that opened its sitting.
SELECT p.entry, p.n, p.body, e.at, t.id, e.seq, e.hash, t.checker, t.key, o.header
FROM part p JOIN entry e ON e.num = p.entry JOIN sitting t ON t.num = e.sitting
JOIN entry o ON o.sitting = t.num AND o.seq = 1
WHERE p.subject = ?1 AND p.body IS NOT NULL
ORDER BY e.at, t.id, e.seq, p.n;
