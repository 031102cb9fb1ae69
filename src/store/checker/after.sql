-- Entries of a checker after a clock, but those that speak of keys.
SELECT count(*) FROM sitting t JOIN entry e ON e.sitting = t.num
WHERE t.checker = ?1 AND e.at > ?2 AND substr(e.kind, 1, 4) <> 'key_';
