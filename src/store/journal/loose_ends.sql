SELECT f.entry, e.hash, e.sitting FROM frontier f CROSS JOIN entry e ON e.num = f.entry;
