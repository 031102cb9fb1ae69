-- What was said of keys, and by whom. Ids of checkers begin with k.
SELECT s.id, p.body, e.at, e.hash, p.n, ks.id
FROM subject s JOIN part p ON p.subject = s.num JOIN entry e ON e.num = p.entry
JOIN sitting t ON t.num = e.sitting JOIN subject ks ON ks.num = t.checker
WHERE s.id >= 'k' AND s.id < 'l' AND p.body LIKE '{"key":%';
