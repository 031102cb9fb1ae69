SELECT p.body FROM part p JOIN entry e ON e.num = p.entry WHERE e.hash = ?1 AND p.n = ?2;
