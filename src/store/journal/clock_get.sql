SELECT at FROM clock WHERE one = 1;
