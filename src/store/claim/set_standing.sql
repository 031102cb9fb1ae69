UPDATE claim SET status = ?2, verdict = ?3, hidden = withdrawn <> '' OR (found = 0 AND ?2 = 'new')
    OR coalesce((SELECT d.withdrawn <> '' FROM document d WHERE d.num = claim.document), 0)
WHERE num = ?1;
