SELECT num FROM extraction WHERE document = ?1 AND entry = ?2;
