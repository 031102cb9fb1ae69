-- Evidence, verdicts and comments that hang on a claim, whether or not that is here.
SELECT s.num, s.id FROM subject s WHERE s.num IN (
    SELECT num FROM evidence WHERE claim = ?1
    UNION SELECT num FROM verdict WHERE claim = ?1
    UNION SELECT num FROM comment WHERE claim = ?1)
ORDER BY s.num;
