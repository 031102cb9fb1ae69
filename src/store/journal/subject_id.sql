SELECT id FROM subject WHERE num = ?1;
