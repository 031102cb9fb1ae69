SELECT num, action, kind, header FROM entry WHERE action = ?1 ORDER BY num DESC LIMIT 1;
