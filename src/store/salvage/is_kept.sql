SELECT 1 FROM entry WHERE made = ?1 AND place IS NOT NULL;
