### What can go wrong elsewhere.

## Of several rooms

failure-file = { $path }: { $what }
failure-stopped = stopped
failure-damaged = { $path } is damaged: { $what }
failure-too-large = { $path } has { $size } bytes; files of more than { $most } are not read

## What the system says

system-not-found = { $said }
system-denied = { $said }
system-exists = { $said }
system-full = { $said }
system-read-only = { $said }
system-is-folder = { $said }
system-not-folder = { $said }
system-not-text = { $said }
system-cut-off = { $said }
system-busy = { $said }
system-name = { $said }

## Ids, codes and queries

model-id = “{ $given }” is not an id
model-grade = “{ $given }” is not a source grade: it is a letter A to F (the source) and a digit 1 to 6 (the information), such as B2
model-code = “{ $given }” is not { $kind ->
    [order] an { $what }
    [end-of-a-key] an { $what }
   *[other] a { $what }
}: it is one of { $known }
model-no-value = a value is missing after “{ $field }:”
query-unread = the query cannot be read: { $what }
query-unread-hint = A query is words and speaker: kind: polarity: status: verdict: doc: lang: with a value.

## The program itself

output-unwritten = the output cannot be written: { $what }
output-unwritten-hint = What was done in the casebook is kept; `hudna log` shows it. See whether what takes the output has room.
lexicon-unread = the words that claims are found by cannot be read: { $what }
lexicon-unread-hint = This is a fault of hudna; please report it.
lexicon-unreadable = { $file } is not a lexicon: { $problem }
lexicon-entry = { $file }, line { $line }: { $entry }: { $problem }
lexicon-other-grammar = the built-in lexicon of this language has another grammar: leave it out
lexicon-remove = remove “{ $word }”
lexicon-nothing-to-remove = the language is new: there is nothing to remove
lexicon-no-cue = no cue has this verb or noun; a word of a list is removed as list.name.word, such as words.role.captain
lexicon-section = begin with words, phrases, polarity, kind or worth, or name a cue
lexicon-three = name the section, the list and the word, such as words.role.captain
lexicon-no-word = the list has no such word
lexicon-no-list = there is no such list; there are { $lists }
lexicon-new-language = “{ $language }” is a new language: say grammar = "subject-first" or "verb-first"
lexicon-many-cues = too many cues
lexicon-no-verb = it has neither verb nor noun
lexicon-takes-nothing = it takes nothing: say what follows it, such as takes = "that speech"
lexicon-no-polarity = there is no such polarity
lexicon-no-weight = “{ $item }” has no weight: say word:2, or the word alone
workbench-no-terminal = the workbench needs a terminal
workbench-no-terminal-hint = `hudna claims` prints the list, `hudna show` a claim; everything can be done from the shell.
workbench-terminal = the terminal cannot be used: { $what }
workbench-terminal-hint = Everything saved before is safe. Start hudna again in another terminal.
bidi-unknown-mode = no bidi mode “{ $given }”: use app, terminal, words or off

## Scores and reports

score-line = { $file }:{ $line }: { $problem }
score-line-hint = Each line is one JSON object with file, start and end, and where known speaker, quote, polarity and kind; `hudna extract --json` writes such lines.
score-no-claims = { $file } holds no claims
score-no-claims-hint = Give the file of labelled claims first, then the predictions.
score-other-text = { $file }:{ $line }: the text of { $article } at { $start }-{ $end } is not the one that was labelled
score-other-text-hint = Give the folder of the labelled articles with --texts. Offsets are Unicode code points, end exclusive.
score-too-many = too many claims lie on each other in { $file }
score-too-many-hint = See whether the file holds the same claims over and over.
report-missing-field = ClaimReview lacks { $fields }
report-address = “{ $given }” is not the address of a page: it must begin with http:// or https://
report-address-hint = give the address where the report will be read, such as --url https://example.org/report
report-invalid = the ClaimReview would be wrong: { $problems }
report-invalid-hint = see which claim and rating is named, and correct it in the casebook
report-layout = the page could not be laid out: { $what }
report-json = JSON could not be written: { $what }
report-io = the report could not be written: { $what }
report-io-hint = see whether the place exists, is writable and has room
