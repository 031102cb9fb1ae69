SELECT coalesce(max(num), 0) FROM subject;
