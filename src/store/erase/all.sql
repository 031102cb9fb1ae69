SELECT r.entry, r.state, e.kind, e.at, e.hash, t.checker, s.id, p.body, t.here
FROM erasure r JOIN entry e ON e.num = r.entry JOIN sitting t ON t.num = e.sitting
JOIN part p ON p.entry = e.num AND p.n = 0 JOIN subject s ON s.num = p.subject
ORDER BY e.at, t.id, e.seq;
