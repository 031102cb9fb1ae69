SELECT e.sitting, e.seq FROM frontier f LEFT JOIN entry e ON e.num = f.entry;
