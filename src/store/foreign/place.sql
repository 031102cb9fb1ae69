SELECT sitting, seq, at FROM entry WHERE hash = ?1;
