INSERT INTO entry (sitting, seq, at, kind, action, header, hash, signature) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
