SELECT s.id, c.id, m.text, ks.id, coalesce(nullif(k.name, ''), ks.id), m.at, m.withdrawn
FROM comment m JOIN subject s ON s.num = m.num JOIN subject c ON c.num = m.claim
JOIN subject ks ON ks.num = m.checker LEFT JOIN checker k ON k.num = m.checker
