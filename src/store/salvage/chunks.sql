SELECT id, n FROM chunk WHERE blob = ?1 ORDER BY n, id LIMIT ?2;
