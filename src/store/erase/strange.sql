SELECT coalesce(s.id, '') FROM erased x LEFT JOIN subject s ON s.num = x.subject WHERE x.whole NOT IN (0, 1) ORDER BY x.subject;
