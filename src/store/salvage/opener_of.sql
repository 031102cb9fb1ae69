-- The entry that a sitting begins with, by its id or else by its number.
SELECT id, made FROM entry WHERE place IS NOT NULL AND id = opener AND (made = ?1 OR (?1 IS NULL AND sitting = ?2));
