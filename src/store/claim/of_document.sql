SELECT num FROM claim WHERE document = ?1 ORDER BY num;
