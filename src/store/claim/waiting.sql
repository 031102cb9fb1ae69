-- Claims that have no document and that some part speaks of in a body with a document's name: by its key, however
-- the key is written in JSON.
SELECT c.num FROM claim c WHERE c.document IS NULL AND EXISTS (
    SELECT 1 FROM part p WHERE p.subject = c.num AND (instr(p.body, '"document"') OR instr(p.body, '\u'))
) ORDER BY c.num;
