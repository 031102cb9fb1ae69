SELECT header FROM entry WHERE sitting = ?1 AND seq > ?2 AND seq <= ?3 AND signature IS NOT NULL ORDER BY seq;
