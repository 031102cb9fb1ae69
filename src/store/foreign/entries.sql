SELECT num, sitting, seq, at, kind, action, header, hash, signature FROM entry NOT INDEXED ORDER BY num;
