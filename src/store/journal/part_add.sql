INSERT INTO part (entry, n, subject, state, commitment, salt, body, blob)
VALUES (?, ?, ?, ?, ?, ?, ?, ?);
