SELECT 1 FROM erasure WHERE state = 'done' LIMIT 1;
