DELETE FROM claim WHERE num = ?1;
