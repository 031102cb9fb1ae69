UPDATE claim SET status = ?2, verdict = ?3 WHERE num = ?1;
