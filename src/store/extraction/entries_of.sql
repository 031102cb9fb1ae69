SELECT entry FROM extraction WHERE num = ?1;
