SELECT claim FROM evidence WHERE num = ?1;
