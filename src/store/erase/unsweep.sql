UPDATE erasure SET state = 'done' WHERE state = 'swept';
