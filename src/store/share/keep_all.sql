INSERT INTO copy.keep SELECT num FROM main.subject;
