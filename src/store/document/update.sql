UPDATE document SET title = ?2, outlet = ?3, author = ?4, url = ?5, address = ?6, published = ?7, language = ?8, media_type = ?9,
    encoding = ?10, sha256 = ?11, text_sha256 = ?12, size = ?13, length = ?14, text = ?15, bytes = ?16, blanked = ?17,
    imported_at = ?18, imported_by = ?19, previous = ?20, withdrawn = ?21
WHERE num = ?1;
