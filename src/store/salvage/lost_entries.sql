SELECT id, num, header, stored, signature, made FROM entry e WHERE id > ?1 AND place IS NULL
  AND NOT EXISTS (SELECT 1 FROM entry k WHERE k.made = e.made AND k.place IS NOT NULL) ORDER BY id LIMIT 256;
