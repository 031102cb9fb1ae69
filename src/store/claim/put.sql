INTO claim (num, document, start, "end", text, speaker, role, cue, via, quote, polarity, kind, nested,
    confidence, said_at, translation, language, url, set_status, status, verdict, dismissed, withdrawn, edited, conflicts, hidden, place, position, worth, reasons, rank, found)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
