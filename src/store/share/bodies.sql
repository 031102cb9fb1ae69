SELECT s.id, p.body FROM part p JOIN subject s ON s.num = p.subject WHERE p.body IS NOT NULL ORDER BY p.entry, p.n;
