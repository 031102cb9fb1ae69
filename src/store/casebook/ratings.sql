SELECT position, code, ar, en, value FROM rating ORDER BY position;
