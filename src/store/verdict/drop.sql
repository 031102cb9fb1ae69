DELETE FROM verdict WHERE num = ?1;
