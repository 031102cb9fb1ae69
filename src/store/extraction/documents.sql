SELECT DISTINCT document FROM extraction ORDER BY document;
