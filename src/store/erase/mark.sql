INSERT INTO erased (subject, whole) VALUES (?1, ?2) ON CONFLICT (subject) DO UPDATE SET whole = max(whole, excluded.whole);
