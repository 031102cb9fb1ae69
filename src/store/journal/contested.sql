SELECT h.subject, s.id, h.field FROM head h JOIN subject s ON s.num = h.subject
GROUP BY h.subject, h.field HAVING count(*) > 1 ORDER BY s.id, h.field;
