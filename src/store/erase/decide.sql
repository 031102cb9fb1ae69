INSERT INTO erasure (entry, state) VALUES (?1, ?2) ON CONFLICT (entry) DO UPDATE SET state = excluded.state;
