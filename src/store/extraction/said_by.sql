SELECT document, entry, num, name, undone, current FROM extraction WHERE num = ?1 ORDER BY document, entry;
