UPDATE document SET title = ?2, outlet = ?3, author = ?4, url = ?5, address = ?6, published = ?7, language = ?8, withdrawn = ?9
WHERE num = ?1;
