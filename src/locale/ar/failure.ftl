### failure
