UPDATE sitting SET last_seq = ?2 WHERE num = ?1;
