SELECT num, size FROM blob WHERE sha256 = ?1;
