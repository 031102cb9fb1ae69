UPDATE sitting SET last_seq = ?2, here = 0 WHERE num = ?1;
