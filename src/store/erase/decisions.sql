SELECT e.kind, p.body, t.here FROM part p JOIN entry e ON e.num = p.entry JOIN sitting t ON t.num = e.sitting
WHERE p.subject = (SELECT num FROM subject WHERE id = ?1) AND e.kind IN ('erase_confirm', 'erase_refuse')
ORDER BY p.entry, p.n;
