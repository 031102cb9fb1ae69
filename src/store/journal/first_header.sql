SELECT header FROM entry ORDER BY num LIMIT 1;
