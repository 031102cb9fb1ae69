SELECT substr(s.id, 1, 1), count(*),
       sum(EXISTS (SELECT 1 FROM part p WHERE p.subject = s.num AND p.state = 'present'))
FROM subject s WHERE s.id <> 'casebook' GROUP BY 1;
