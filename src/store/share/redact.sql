DELETE FROM copy.keep WHERE num IN (SELECT num FROM copy.redacted);
-- Comments are told by their ids and by who wrote in the journal: one whose body is of a newer form has no row.
DELETE FROM copy.keep WHERE num IN (
    SELECT s.num FROM main.subject s WHERE s.id >= 'm' AND s.id < 'n' AND EXISTS (
        SELECT 1 FROM main.part p JOIN main.entry e ON e.num = p.entry JOIN main.sitting t ON t.num = e.sitting
        WHERE p.subject = s.num AND t.checker IN (SELECT num FROM copy.redacted)));
