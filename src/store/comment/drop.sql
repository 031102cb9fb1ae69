DELETE FROM comment WHERE num = ?1;
