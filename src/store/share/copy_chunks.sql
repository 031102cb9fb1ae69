INSERT INTO copy.chunk (blob, n, data) SELECT blob, n, data FROM main.chunk WHERE blob = ?1;
