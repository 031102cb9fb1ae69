DELETE FROM evidence WHERE num = ?1;
