DELETE FROM frontier;
