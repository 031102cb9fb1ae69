SELECT EXISTS (SELECT 1 FROM part p JOIN subject s ON s.num = p.subject JOIN entry e ON e.num = p.entry
    WHERE s.id IN (SELECT value FROM json_each(?1)) AND (p.body IS NOT NULL OR p.blob IS NOT NULL)
        AND e.kind NOT LIKE 'erase%');
