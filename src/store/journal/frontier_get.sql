-- From the few: by itself SQLite would go through all entries in the order of their hashes.
SELECT e.hash FROM frontier f CROSS JOIN entry e ON e.num = f.entry ORDER BY e.hash;
