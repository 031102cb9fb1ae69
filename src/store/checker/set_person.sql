UPDATE checker SET person = ?2 WHERE num = ?1;
