SELECT e.header FROM sitting t JOIN entry e ON e.sitting = t.num AND e.seq = 1;
