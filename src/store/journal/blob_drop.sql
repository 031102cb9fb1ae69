DELETE FROM blob WHERE num = ?1;
