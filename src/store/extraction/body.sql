-- An extraction is said by the first part of its entry.
SELECT body FROM part WHERE entry = ?1 AND n = 0;
