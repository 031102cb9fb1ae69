SELECT s.id FROM document d JOIN subject s ON s.num = d.num WHERE d.address = ?1 AND d.address <> '' AND d.withdrawn = '' ORDER BY d.imported_at DESC, s.id LIMIT 1;
