SELECT id, num, header, stored, signature, made FROM entry WHERE id = ?1;
