SELECT count(DISTINCT e.seq), min(e.seq), max(e.seq) FROM entry e
WHERE e.sitting = ?1 AND e.seq > ?2 AND e.place IS NULL
  AND NOT EXISTS (SELECT 1 FROM entry k WHERE k.made = e.made AND k.place IS NOT NULL);
