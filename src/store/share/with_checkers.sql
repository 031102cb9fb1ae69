INSERT OR IGNORE INTO keep SELECT num FROM subject WHERE id >= 'k' AND id < 'l';
