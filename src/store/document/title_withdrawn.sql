SELECT title, withdrawn FROM document WHERE num = ?1;
