SELECT s.id, d.id, c.start, c."end", c.text, c.speaker, c.role, c.cue, c.via, c.quote, c.polarity, c.kind, c.nested,
    c.confidence, c.said_at, c.translation, c.status, c.verdict, c.language, c.url, c.dismissed, c.conflicts, c.worth, c.reasons
FROM claim c JOIN subject s ON s.num = c.num LEFT JOIN subject d ON d.num = c.document
