DELETE FROM subject WHERE num = ?1 AND id = ?2;
