SELECT s.id, d.title, d.outlet, d.author, d.url, d.published, d.language, d.media_type, d.encoding, d.sha256, d.text_sha256,
    d.size, d.length, d.imported_at, k.id, p.id,
    (SELECT n.id FROM document later JOIN subject n ON n.num = later.num
     WHERE later.previous = d.num AND later.withdrawn = '' ORDER BY later.imported_at DESC, n.id LIMIT 1),
    (SELECT count(*) FROM claim c WHERE c.document = d.num AND c.withdrawn = '' AND (c.found = 1 OR c.status <> 'new')), d.withdrawn, d.blanked
FROM document d JOIN subject s ON s.num = d.num JOIN subject k ON k.num = d.imported_by
LEFT JOIN subject p ON p.num = d.previous
