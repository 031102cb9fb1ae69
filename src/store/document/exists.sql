SELECT 1 FROM document WHERE num = ?1;
