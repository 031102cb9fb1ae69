INSERT INTO subject (id) VALUES (?1);
