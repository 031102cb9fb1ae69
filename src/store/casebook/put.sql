INSERT OR REPLACE INTO casebook (num, id, publisher_name, publisher_url, scale) VALUES (?1, ?2, ?3, ?4, ?5);
