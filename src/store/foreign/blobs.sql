SELECT num, sha256, size FROM blob NOT INDEXED ORDER BY num;
