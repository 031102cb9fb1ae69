SELECT count(*) FROM entry;
