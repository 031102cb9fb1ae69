SELECT 1 FROM entry WHERE prev = ?1;
