UPDATE entry SET prev = ?2, seq = ?3 WHERE id = ?1;
