SELECT sha256, size FROM blob WHERE num = ?1;
