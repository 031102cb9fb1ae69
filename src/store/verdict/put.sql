INSERT OR REPLACE INTO verdict (num, claim, rating, why, at, checker, blind, basis, standing, undone, withdrawn)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);
