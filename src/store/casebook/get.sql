SELECT id, publisher_name, publisher_url, scale FROM casebook;
