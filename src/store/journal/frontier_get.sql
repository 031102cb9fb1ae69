SELECT e.hash FROM frontier f JOIN entry e ON e.num = f.entry ORDER BY e.hash;
