INSERT INTO extraction (document, entry, num, name, undone, current) VALUES (?1, ?2, ?3, ?4, ?5, 0)
ON CONFLICT (document, entry) DO UPDATE SET num = ?3, name = ?4, undone = ?5;
