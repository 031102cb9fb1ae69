SELECT h.subject, s.id, h.field
FROM (SELECT subject, field FROM head GROUP BY subject, field HAVING count(*) > 1) h JOIN subject s ON s.num = h.subject
ORDER BY s.id, h.field;
