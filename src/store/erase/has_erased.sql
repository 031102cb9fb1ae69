SELECT EXISTS (SELECT 1 FROM part WHERE subject = ?1 AND state = 'erased');
