SELECT data FROM chunk WHERE id = ?1;
