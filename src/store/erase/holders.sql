SELECT DISTINCT s.id FROM part p JOIN subject s ON s.num = p.subject
WHERE p.blob IN (SELECT value FROM json_each(?1)) ORDER BY s.num;
