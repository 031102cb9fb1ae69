SELECT e.at, t.id, e.seq, e.hash, t.checker, t.key FROM entry e JOIN sitting t ON t.num = e.sitting WHERE e.num = ?1;
