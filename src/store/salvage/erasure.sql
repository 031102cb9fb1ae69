-- Done counts before what was done less.
SELECT state FROM erasure WHERE entry = ?1 ORDER BY state = 'swept' DESC, state = 'done' DESC, state LIMIT 1;
