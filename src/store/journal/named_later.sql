-- Whoever names an entry had it, and dates later.
SELECT 1 FROM entry WHERE at > (SELECT at FROM entry WHERE num = ?1) AND instr(header, ?2) > 0 LIMIT 1;
