SELECT p.entry, p.n, e.kind, p.state, p.body, p.blob
FROM part p JOIN entry e ON e.num = p.entry WHERE p.subject = ?1 AND p.state <> 'erased' ORDER BY p.entry, p.n;
