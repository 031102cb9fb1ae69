-- Ids between a prefix and the first text after all that begin so.
SELECT id FROM subject WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 4;
