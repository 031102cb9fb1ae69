INSERT OR IGNORE INTO sitting (num, id, last_seq, here) VALUES (?1, ?2, ?3, ?4);
