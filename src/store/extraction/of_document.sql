SELECT x.entry, x.name, x.undone, x.current, e.at, e.hash, x.num
FROM extraction x JOIN entry e ON e.num = x.entry JOIN sitting t ON t.num = e.sitting
WHERE x.document = ?1 ORDER BY e.at, t.id, e.seq;
