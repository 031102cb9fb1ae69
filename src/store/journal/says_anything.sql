SELECT EXISTS (SELECT 1 FROM entry e JOIN sitting t ON t.num = e.sitting JOIN part p ON p.entry = e.num
    WHERE e.action = ?1 AND t.here = 1 AND p.body IS NOT NULL);
