SELECT num, last_seq FROM sitting WHERE id = ?1;
