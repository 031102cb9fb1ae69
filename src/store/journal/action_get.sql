-- Only what was written in this copy: a stranger's entry may name anybody's action.
SELECT e.num, e.action, e.kind, e.header FROM entry e JOIN sitting t ON t.num = e.sitting
WHERE e.action = ?1 AND t.here = 1 ORDER BY e.num DESC LIMIT 1;
