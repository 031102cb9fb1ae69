-- A claim with verdicts has one of these statuses, by which most claims of a large casebook need not be looked at.
SELECT c.num, s.id, c.text FROM claim c JOIN subject s ON s.num = c.num
WHERE c.status IN ('checked', 'dismissed', 'published') AND c.verdict = 'disputed' AND c.withdrawn = '' ORDER BY s.id;
