SELECT value FROM json_each(?1) WHERE value NOT IN (SELECT blob FROM part WHERE blob IS NOT NULL);
