INSERT INTO copy.entry (num, sitting, seq, at, kind, action, header, hash, signature)
SELECT num, sitting, seq, at, kind, action, header, hash, signature FROM main.entry WHERE num > ?1 AND num <= ?2;
