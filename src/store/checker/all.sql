SELECT s.id, k.name, k.contact, k.key, k.first_seen FROM checker k JOIN subject s ON s.num = k.num ORDER BY k.first_seen, s.id;
