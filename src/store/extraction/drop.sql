DELETE FROM extraction WHERE num = ?1 AND entry = ?2;
