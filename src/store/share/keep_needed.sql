-- In the beginning the claims asked for stand in it.
INSERT OR IGNORE INTO copy.keep
SELECT document FROM main.claim WHERE document IS NOT NULL AND num IN (SELECT num FROM copy.keep);
INSERT OR IGNORE INTO copy.keep SELECT num FROM main.extraction WHERE document IN (SELECT num FROM copy.keep);
INSERT OR IGNORE INTO copy.keep SELECT num FROM main.evidence WHERE claim IN (SELECT num FROM copy.keep);
INSERT OR IGNORE INTO copy.keep SELECT num FROM main.verdict WHERE claim IN (SELECT num FROM copy.keep);
INSERT OR IGNORE INTO copy.keep SELECT num FROM main.comment WHERE claim IN (SELECT num FROM copy.keep);
INSERT OR IGNORE INTO copy.keep
SELECT t.checker FROM copy.keep k CROSS JOIN main.part p ON p.subject = k.num
JOIN main.entry e ON e.num = p.entry JOIN main.sitting t ON t.num = e.sitting;
INSERT OR IGNORE INTO copy.keep SELECT num FROM main.subject WHERE id = 'casebook';
