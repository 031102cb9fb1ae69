SELECT claim FROM verdict WHERE num = ?1;
