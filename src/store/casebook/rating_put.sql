INSERT OR IGNORE INTO rating (position, code, ar, en, value) VALUES (?1, ?2, ?3, ?4, ?5);
