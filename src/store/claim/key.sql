SELECT c.rank, c.place, c.position, c.num FROM claim c JOIN subject s ON s.num = c.num WHERE s.id = ?1;
