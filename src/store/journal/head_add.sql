INSERT INTO head (subject, field, entry, n) VALUES (?1, ?2, ?3, ?4);
