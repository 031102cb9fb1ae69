-- Whether anyone attached evidence or commented.
SELECT EXISTS (SELECT 1 FROM evidence WHERE claim = ?1 AND withdrawn = '')
    OR EXISTS (SELECT 1 FROM comment WHERE claim = ?1 AND withdrawn = '');
