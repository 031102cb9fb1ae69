SELECT s.num, s.id FROM keep k JOIN subject s ON s.num = k.num WHERE k.num > ?1 ORDER BY k.num LIMIT ?2;
