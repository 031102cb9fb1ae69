SELECT 1 FROM entry e JOIN entry x ON x.sitting = ?2 AND x.seq = ?3 WHERE e.num = ?1 AND e.at > x.at;
