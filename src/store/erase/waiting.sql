SELECT count(*) FROM erasure r JOIN part p ON p.entry = r.entry AND p.n = 0 WHERE r.state = 'waiting';
