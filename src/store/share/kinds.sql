SELECT kind, count(*) AS n FROM entry GROUP BY kind ORDER BY n DESC, kind;
