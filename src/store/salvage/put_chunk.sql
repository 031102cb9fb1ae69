INSERT INTO chunk (blob, n, data) VALUES (?1, ?2, ?3);
