SELECT at FROM book.entry ORDER BY num LIMIT 1;
