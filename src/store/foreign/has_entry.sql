SELECT 1 FROM entry WHERE hash = ?1;
