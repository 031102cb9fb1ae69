UPDATE part SET state = 'erased', salt = NULL, body = NULL, blob = NULL WHERE entry = ?1 AND n = ?2;
