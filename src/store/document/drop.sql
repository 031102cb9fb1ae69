DELETE FROM document WHERE num = ?1;
