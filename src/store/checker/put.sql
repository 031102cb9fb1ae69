INSERT OR REPLACE INTO checker (num, name, contact, key, first_seen) VALUES (?1, ?2, ?3, ?4, ?5);
