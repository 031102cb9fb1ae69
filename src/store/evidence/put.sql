INSERT OR REPLACE INTO evidence (num, claim, kind, url, quotation, file_name, file_size, sha256, stance, grade, note, at, checker, withdrawn)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14);
