-- The entry that a sitting begins with, by its id or, where that is not one that was taken over, by its number.
SELECT id, made FROM entry WHERE place IS NOT NULL AND id = opener AND (made = ?1 OR sitting = ?2)
ORDER BY made = ?1 DESC LIMIT 1;
