SELECT k.num, s.id, k.person FROM checker k JOIN subject s ON s.num = k.num ORDER BY k.num;
