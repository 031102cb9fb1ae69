-- Verdicts given with several keys of one person are that person's.
SELECT v.num, s.id, v.rating, coalesce(k.person, v.checker), v.blind, v.basis, v.undone, v.withdrawn, v.standing
FROM verdict v JOIN subject s ON s.num = v.num LEFT JOIN checker k ON k.num = v.checker WHERE v.claim = ?1 ORDER BY v.num;
