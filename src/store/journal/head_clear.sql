DELETE FROM head WHERE subject = ?1;
