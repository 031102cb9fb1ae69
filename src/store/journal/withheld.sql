SELECT p.entry, p.n, p.subject, p.commitment, t.id, e.seq, t.key
FROM part p JOIN entry e ON e.num = p.entry JOIN sitting t ON t.num = e.sitting
WHERE p.state = 'withheld' AND (p.entry, p.n) > (?1, ?2) ORDER BY p.entry, p.n LIMIT 1000;
