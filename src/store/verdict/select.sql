SELECT s.id, c.id, v.rating, v.why, ks.id, coalesce(nullif(k.name, ''), ks.id), v.at, v.blind, v.standing, v.withdrawn
FROM verdict v JOIN subject s ON s.num = v.num JOIN subject c ON c.num = v.claim
JOIN subject ks ON ks.num = v.checker LEFT JOIN checker k ON k.num = v.checker
