INSERT INTO blob (sha256, size) VALUES (?1, ?2);
