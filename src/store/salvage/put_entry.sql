INSERT INTO entry (num, sitting, header, stored, signature) VALUES (?1, ?2, ?3, ?4, ?5);
