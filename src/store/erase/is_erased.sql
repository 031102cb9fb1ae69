SELECT whole FROM erased WHERE subject = ?1;
