UPDATE claim SET hidden = CASE WHEN ?2 OR withdrawn <> '' THEN 1 ELSE 0 END WHERE document = ?1;
