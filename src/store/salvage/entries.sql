SELECT id, num, header, stored, signature FROM entry WHERE id > ?1 ORDER BY id LIMIT 256;
