-- A subject's own log and, for a claim, that of its evidence, verdicts and comments; for a document, of its extractions.
SELECT p.entry, p.n, e.at, t.checker, e.action, e.kind, s.id, p.body, p.state
FROM part p JOIN entry e ON e.num = p.entry JOIN sitting t ON t.num = e.sitting JOIN subject s ON s.num = p.subject
WHERE p.blob IS NULL AND p.subject IN (
    SELECT ?1
    UNION SELECT num FROM extraction WHERE document = ?1
    UNION SELECT num FROM evidence WHERE claim = ?1
    UNION SELECT num FROM verdict WHERE claim = ?1
    UNION SELECT num FROM comment WHERE claim = ?1)
ORDER BY e.at DESC, e.num DESC, p.n DESC LIMIT ?2;
