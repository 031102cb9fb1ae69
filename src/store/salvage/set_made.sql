UPDATE entry SET made = ?2 WHERE id = ?1;
