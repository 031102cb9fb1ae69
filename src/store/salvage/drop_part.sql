DELETE FROM part WHERE id = ?1;
