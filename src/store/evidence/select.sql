SELECT s.id, c.id, e.kind, e.url, e.quotation, e.file_name, e.file_size, e.sha256, e.stance, e.grade, e.note, e.at, ks.id,
    coalesce(nullif(k.name, ''), ks.id), e.withdrawn
FROM evidence e JOIN subject s ON s.num = e.num JOIN subject c ON c.num = e.claim
JOIN subject ks ON ks.num = e.checker LEFT JOIN checker k ON k.num = e.checker
