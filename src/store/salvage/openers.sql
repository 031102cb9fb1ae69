SELECT id FROM entry WHERE seq = 1 AND prev = x'' AND made IS NOT NULL ORDER BY num, id;
