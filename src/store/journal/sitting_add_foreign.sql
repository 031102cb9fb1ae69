INSERT INTO sitting (id, checker, key, last_seq, here) VALUES (?1, ?2, ?3, 1, 0);
