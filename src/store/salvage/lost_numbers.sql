-- Entries that something in the file speaks of and that are not taken over.
SELECT count(*) FROM known k WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.num = k.num AND e.place IS NOT NULL);
