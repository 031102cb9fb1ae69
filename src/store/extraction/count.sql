SELECT count(*) FROM extraction;
