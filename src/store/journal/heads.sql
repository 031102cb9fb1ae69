SELECT e.hash, h.n FROM head h JOIN entry e ON e.num = h.entry WHERE h.subject = ?1 AND h.field = ?2 ORDER BY e.hash, h.n;
