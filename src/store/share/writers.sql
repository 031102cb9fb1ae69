SELECT s.id, count(*) FROM entry e JOIN sitting t ON t.num = e.sitting JOIN subject s ON s.num = t.checker
GROUP BY s.id ORDER BY s.id;
