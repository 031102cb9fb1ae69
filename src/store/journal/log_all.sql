-- In the order of the index by time, so that no more is read than is asked for.
SELECT p.entry, p.n, e.at, t.checker, e.action, e.kind, s.id, p.body, p.state
FROM entry e CROSS JOIN part p ON p.entry = e.num CROSS JOIN sitting t ON t.num = e.sitting CROSS JOIN subject s ON s.num = p.subject
WHERE p.blob IS NULL
ORDER BY e.at DESC, e.num DESC, p.n DESC LIMIT ?1;
