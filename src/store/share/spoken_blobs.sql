SELECT s.id, p.blob, b.size FROM part p JOIN subject s ON s.num = p.subject JOIN blob b ON b.num = p.blob
WHERE p.blob IS NOT NULL ORDER BY p.entry, p.n;
