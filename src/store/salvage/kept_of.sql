SELECT max(seq) FROM entry WHERE opener = ?1 AND place IS NOT NULL;
