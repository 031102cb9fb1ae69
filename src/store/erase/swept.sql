UPDATE erasure SET state = 'swept' WHERE state = 'done';
