SELECT x.subject, coalesce(s.id, ''), x.whole FROM erased x LEFT JOIN subject s ON s.num = x.subject ORDER BY x.subject;
