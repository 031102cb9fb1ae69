INTO claim (num, document, start, "end", text, speaker, role, cue, via, quote, polarity, kind, nested,
    confidence, said_at, translation, language, url, set_status, status, verdict, dismissed, withdrawn, edited, conflicts, hidden, place, position, worth, reasons, rank, found)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32);
