SELECT n, data FROM chunk WHERE blob = ?1 ORDER BY n;
