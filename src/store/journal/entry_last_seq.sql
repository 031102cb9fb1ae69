SELECT last_seq FROM sitting WHERE num = ?1;
