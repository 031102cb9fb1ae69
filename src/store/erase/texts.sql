SELECT d.num, s.id, d.text FROM document d JOIN subject s ON s.num = d.num
WHERE d.num > ?1 AND d.text IS NOT NULL ORDER BY d.num LIMIT 500;
