INSERT OR IGNORE INTO blob (num, sha256, size) VALUES (?1, ?2, ?3);
