SELECT set_status, dismissed, edited FROM claim WHERE num = ?1;
