SELECT num FROM claim WHERE document IS NULL ORDER BY num;
