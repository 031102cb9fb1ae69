INSERT INTO part (entry, n, subject, state, commitment, salt, body, blob) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
