SELECT s.id FROM claim c JOIN subject s ON s.num = c.num WHERE instr(c.text, ?1) OR instr(c.translation, ?1)
UNION SELECT s.id FROM evidence e JOIN subject s ON s.num = e.num WHERE instr(e.quotation, ?1) OR instr(e.note, ?1)
UNION SELECT s.id FROM comment m JOIN subject s ON s.num = m.num WHERE instr(m.text, ?1)
UNION SELECT s.id FROM verdict v JOIN subject s ON s.num = v.num WHERE instr(v.why, ?1)
UNION SELECT s.id FROM document d JOIN subject s ON s.num = d.num WHERE instr(d.title, ?1)
LIMIT ?2;
