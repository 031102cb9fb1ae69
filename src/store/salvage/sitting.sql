SELECT max(here), max(last_seq) FROM sitting WHERE id = ?1;
