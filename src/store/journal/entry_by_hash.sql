SELECT num FROM entry WHERE hash = ?1;
