-- The blobs that speak of a document, in the order that chooses what is shown.
SELECT p.entry, p.n, p.blob, b.sha256
FROM part p JOIN blob b ON b.num = p.blob JOIN entry e ON e.num = p.entry JOIN sitting t ON t.num = e.sitting
WHERE p.subject = ?1 ORDER BY e.at, t.id, e.seq, p.n;
