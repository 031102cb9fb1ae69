INSERT INTO document (num, title, outlet, author, url, address, published, language, media_type, encoding,
    sha256, text_sha256, size, length, text, bytes, blanked, imported_at, imported_by, previous, withdrawn)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21);
