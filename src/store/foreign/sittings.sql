SELECT t.num, t.id, s.id, t.key, t.last_seq FROM sitting t NOT INDEXED LEFT JOIN subject s ON s.num = t.checker ORDER BY t.num;
