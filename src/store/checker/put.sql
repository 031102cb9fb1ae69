-- A row that is there keeps its person: when that changes, verdicts must be looked at again.
INSERT INTO checker (num, name, contact, key, first_seen, person) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (num) DO UPDATE SET name = excluded.name, contact = excluded.contact, key = excluded.key, first_seen = excluded.first_seen;
