-- The heads of a field in the order that chooses what is shown.
SELECT p.body, e.at, k.id FROM head h JOIN entry e ON e.num = h.entry JOIN part p ON p.entry = h.entry AND p.n = h.n
JOIN sitting t ON t.num = e.sitting JOIN subject k ON k.num = t.checker
WHERE h.subject = ?1 AND h.field = ?2 AND p.body IS NOT NULL ORDER BY e.at, t.id, e.seq, h.n;
