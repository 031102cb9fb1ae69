SELECT num FROM entry WHERE sitting = ?1 AND seq = ?2;
