-- Every checker with the key, how many entries they wrote, and when the first of them.
SELECT s.num, s.id, t.key, sum(t.last_seq), min(e.at)
FROM sitting t CROSS JOIN subject s ON s.num = t.checker CROSS JOIN entry e ON e.sitting = t.num AND e.seq = 1
GROUP BY t.checker ORDER BY min(e.at), s.id;
