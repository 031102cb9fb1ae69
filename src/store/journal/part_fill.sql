UPDATE part SET state = 'present', salt = ?3, body = ?4, blob = ?5 WHERE entry = ?1 AND n = ?2;
