UPDATE blob SET sha256 = ?2, size = ?3 WHERE num = ?1;
