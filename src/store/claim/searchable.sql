SELECT c.text, c.speaker, c.role, c.translation, coalesce(d.title, '') FROM claim c LEFT JOIN document d ON d.num = c.document WHERE c.num = ?1;
