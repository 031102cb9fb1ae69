SELECT document FROM extraction WHERE num = ?1 LIMIT 1;
