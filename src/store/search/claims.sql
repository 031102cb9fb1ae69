SELECT num FROM claim ORDER BY num;
