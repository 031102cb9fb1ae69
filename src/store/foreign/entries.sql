SELECT num, sitting, seq, at, kind, action, header, hash, signature FROM entry NOT INDEXED WHERE num >= ?1 ORDER BY num;
