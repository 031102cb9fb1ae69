SELECT v.num, s.id, v.rating, v.checker, v.blind, v.basis, v.undone, v.withdrawn, v.standing
FROM verdict v JOIN subject s ON s.num = v.num WHERE v.claim = ?1 ORDER BY v.num;
