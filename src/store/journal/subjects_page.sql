SELECT num, id FROM subject WHERE num > ?1 ORDER BY num LIMIT ?2;
