DELETE FROM chunk WHERE blob = ?1;
