SELECT DISTINCT claim FROM verdict WHERE checker = ?1;
