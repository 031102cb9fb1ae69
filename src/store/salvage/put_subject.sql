INSERT OR IGNORE INTO subject (num, id) VALUES (?1, ?2);
