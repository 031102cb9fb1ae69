-- Actions of a checker in this copy, latest first; an action of several entries comes once.
SELECT max(e.num), e.action, e.kind, e.header
FROM entry e JOIN sitting t ON t.num = e.sitting
WHERE t.checker = ?1 AND t.here = 1 AND e.num < ?2
GROUP BY e.action
ORDER BY max(e.num) DESC LIMIT 100;
