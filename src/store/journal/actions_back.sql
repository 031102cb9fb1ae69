-- Entries of a checker in this copy before one, latest first; an action of several entries comes several times. The
-- walk goes back over the entries as they lie: an index by sitting would have all of them sorted first.
SELECT e.num, e.action, e.kind, e.header FROM entry e
WHERE +e.sitting IN (SELECT num FROM sitting WHERE checker = ?1 AND here = 1) AND e.num < ?2
ORDER BY e.num DESC LIMIT 100;
