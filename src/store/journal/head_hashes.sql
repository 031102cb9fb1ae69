SELECT t.id, e.seq, e.hash FROM entry e JOIN sitting t ON t.num = e.sitting ORDER BY t.id, e.seq;
