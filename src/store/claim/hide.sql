UPDATE claim SET hidden = CASE WHEN ?2 OR withdrawn <> '' OR (found = 0 AND status = 'new') THEN 1 ELSE 0 END WHERE document = ?1;
