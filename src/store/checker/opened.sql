-- The key of a checker and when this casebook first saw it.
SELECT t.key, min(e.at) FROM sitting t CROSS JOIN entry e ON e.sitting = t.num AND e.seq = 1 WHERE t.checker = ?1;
