DELETE FROM rating;
