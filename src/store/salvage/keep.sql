UPDATE entry SET opener = ?2, place = ?3 WHERE id = ?1;
