SELECT count(*) FROM book.entry;
