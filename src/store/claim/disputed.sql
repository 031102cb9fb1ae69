SELECT c.num, s.id, c.text FROM claim c JOIN subject s ON s.num = c.num
WHERE c.verdict = 'disputed' AND c.withdrawn = '' ORDER BY s.id;
