UPDATE extraction SET current = ?3 WHERE document = ?1 AND entry = ?2;
