-- In the order that chooses what is shown: the last is.
SELECT e.hash, h.n FROM head h JOIN entry e ON e.num = h.entry JOIN sitting t ON t.num = e.sitting
WHERE h.subject = ?1 AND h.field = ?2 ORDER BY e.at, t.id, e.seq, h.n;
