INSERT OR IGNORE INTO erasure (entry, state) VALUES (?1, ?2);
