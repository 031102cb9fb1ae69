SELECT t.id, e.seq FROM entry e JOIN sitting t ON t.num = e.sitting WHERE e.num = ?1;
