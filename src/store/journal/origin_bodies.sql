SELECT p.body, t.key FROM part p JOIN entry e ON e.num = p.entry JOIN sitting t ON t.num = e.sitting
WHERE p.subject = ?1 AND p.body IS NOT NULL AND p.body NOT LIKE '{"set":%' AND p.body NOT LIKE '{"erase%' AND p.body NOT LIKE '{"blank":%'
ORDER BY e.at, t.id, e.seq, p.n;
