UPDATE sitting SET here = 0;
