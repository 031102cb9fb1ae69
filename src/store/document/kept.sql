SELECT d.text, d.bytes FROM document d JOIN subject s ON s.num = d.num WHERE s.id = ?1;
