-- A text of which words were erased since is there with these words blank, as it is kept today.
UPDATE main.document SET (text, bytes, blanked) =
    (SELECT d.text, d.bytes, d.blanked FROM book.document d WHERE d.num = main.document.num)
WHERE text IS NULL AND num IN (SELECT num FROM book.document);
