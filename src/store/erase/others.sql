SELECT coalesce(nullif(k.name, ''), s.id) FROM checker k JOIN subject s ON s.num = k.num WHERE s.id <> ?1
ORDER BY k.first_seen, s.id;
