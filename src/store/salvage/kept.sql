SELECT id, place, opener, seq FROM entry
WHERE place IS NOT NULL AND (place, opener, seq) > (?1, ?2, ?3) ORDER BY place, opener, seq LIMIT 256;
