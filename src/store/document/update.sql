UPDATE document SET title = ?2, outlet = ?3, author = ?4, url = ?5, address = ?6, published = ?7, language = ?8, media_type = ?9,
    encoding = ?10, sha256 = ?11, text_sha256 = ?12, size = ?13, length = ?14, imported_at = ?15, imported_by = ?16, previous = ?17,
    withdrawn = ?18, text = ?19, bytes = ?20, blanked = ?21
WHERE num = ?1;
