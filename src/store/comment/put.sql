INSERT OR REPLACE INTO comment (num, claim, text, at, checker, withdrawn) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
