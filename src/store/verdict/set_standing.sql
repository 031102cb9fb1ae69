UPDATE verdict SET standing = ?2 WHERE num = ?1;
