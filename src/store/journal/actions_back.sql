-- Entries of a checker in this copy before one, latest first; an action of several entries comes several times.
SELECT e.num, e.action, e.kind, e.header
FROM entry e JOIN sitting t ON t.num = e.sitting
WHERE t.checker = ?1 AND t.here = 1 AND e.num < ?2
ORDER BY e.num DESC LIMIT 100;
