-- By the number that a sitting had in the file: its id and last number where these are known.
WITH spoken (num) AS (
    SELECT num FROM sitting
    UNION SELECT e.sitting FROM entry e
    WHERE e.place IS NULL AND e.seq IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM entry k WHERE k.made = e.made AND k.place IS NOT NULL)
)
SELECT s.num, t.id, max(t.last_seq) FROM spoken s LEFT JOIN sitting t ON t.num = s.num
WHERE s.num > ?1 GROUP BY s.num ORDER BY s.num LIMIT 256;
