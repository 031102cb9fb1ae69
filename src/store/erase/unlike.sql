SELECT e.num FROM entry e LEFT JOIN erasure r ON r.entry = e.num WHERE (e.kind = 'erase') <> (r.entry IS NOT NULL)
UNION ALL SELECT r.entry FROM erasure r LEFT JOIN entry e ON e.num = r.entry WHERE e.num IS NULL
UNION ALL SELECT r.entry FROM erasure r WHERE r.state NOT IN ('waiting', 'refused', 'done', 'swept');
