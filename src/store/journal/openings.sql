SELECT e.header FROM sitting t CROSS JOIN entry e ON e.sitting = t.num AND e.seq = 1;
