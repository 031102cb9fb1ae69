-- What is said of a key goes along whoever is kept: by it one knows which signatures are to be believed. So does what
-- is said of an erasure, which names no content: whatever comes later is held against it.
INSERT INTO copy.part (entry, n, subject, state, commitment, salt, body, blob)
SELECT p.entry, p.n, p.subject, iif(p.kept OR p.state <> 'present', p.state, 'withheld'), p.commitment,
       iif(p.kept, p.salt, NULL), iif(p.kept, p.body, NULL), iif(p.kept, p.blob, NULL)
FROM (
    SELECT p.*, k.num IS NOT NULL OR coalesce(p.body LIKE '{"key":%' OR p.body LIKE '{"erase%', FALSE) AS kept
    FROM main.part p LEFT JOIN copy.keep k ON k.num = p.subject
    WHERE p.entry > ?1 AND p.entry <= ?2) p;
