SELECT claim FROM comment WHERE num = ?1;
