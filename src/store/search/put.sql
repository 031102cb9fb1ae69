INSERT INTO search (rowid, words, speaker, forms) VALUES (?1, ?2, ?3, ?4);
