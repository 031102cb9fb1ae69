SELECT p.entry, p.n, e.at, t.checker, e.action, e.kind, s.id, p.body, p.state
FROM entry e JOIN part p ON p.entry = e.num JOIN sitting t ON t.num = e.sitting JOIN subject s ON s.num = p.subject
WHERE p.blob IS NULL
ORDER BY e.at DESC, e.num DESC, p.n DESC LIMIT ?1;
