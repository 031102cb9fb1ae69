SELECT id FROM entry WHERE prev = ?1 AND seq = ?2 AND made IS NOT NULL ORDER BY made = stored DESC, signature IS NULL, id;
