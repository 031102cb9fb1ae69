SELECT count(*) FROM subject;
