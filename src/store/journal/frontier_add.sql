INSERT INTO frontier (entry) VALUES (?1);
