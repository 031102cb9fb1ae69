SELECT num FROM subject WHERE id = ?1;
