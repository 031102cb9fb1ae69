SELECT DISTINCT s.id FROM part p LEFT JOIN subject s ON s.num = p.subject
WHERE p.state = 'erased' AND p.subject NOT IN (SELECT subject FROM erased);
