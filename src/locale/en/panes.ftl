### The workbench's panes: the list, a claim's file, a document, conflicts, a merge.

tui-disputed = disputed
tui-claim = claim { $id }

## The list

tui-list-empty =
    There are no claims here yet. Import an article from the shell:
    hudna import ARTICLE.txt   (a file, a folder, an address, or - for what is piped in)
tui-list-none =
    No claim is like that.
    Esc takes the filter off; / changes it.

## A claim's file

tui-detail-said = kind, polarity, quote
tui-detail-via-joint = { " " }←{ " " }
tui-detail-worth = worth a check
tui-detail-dismissed = set aside because
tui-detail-conflicts = written differently by two people: { $fields }
tui-detail-document = Document
tui-detail-newer = ! A newer version of this document exists.
tui-detail-blanked = ! Words of its text were erased, and its bytes as received.
tui-document-withdrawn = ! Withdrawn: { $why }
tui-detail-verdicts = Verdicts ({ $n })
tui-detail-no-verdict = none yet: r gives one
tui-detail-disputed = ≠ disputed: the standing verdicts differ
tui-after-end = AFTER THE KEY'S END
tui-verdict-blind = blind
tui-blind-hidden = hidden until you give yours: r gives it, b shows them
tui-blind-value = (hidden until you give your verdict)
tui-verdict-stands = stands
tui-verdict-replaced = replaced
tui-withdrawn = withdrawn
tui-withdrawn-because = withdrawn: { $why }
tui-detail-evidence = Evidence ({ $n })
tui-detail-no-evidence = none yet: t attaches some
tui-detail-comments = Comments ({ $n })
tui-detail-log = Log
tui-log-to = { $old } → { $new }
tui-log-to-nothing = { $old } → (nothing)
tui-log-more = and { $n } more: `hudna log`

## Kinds of entries


## A document

tui-document-newer = ! A newer version of this document exists; claims stay on this one.
tui-document-place = claim { $at } of { $count }
tui-document-no-claims = no claims here: v marks one
tui-mark-begin = Go to the first word (arrows, w, b), then v.
tui-mark-on = Now go to the end of the last word; a or Enter when done.
tui-mark-marked = { $n ->
    [one] { $n } characters marked; a or Enter when done.
   *[other] { $n } characters marked; a or Enter when done.
}

## Conflicts

tui-conflicts-head = what stands against each other: { $n }
tui-conflicts-none = Nothing does. Esc goes back to the claims.
tui-conflicts-verdicts = verdicts
tui-conflicts-sides = { $n } sides
tui-conflicts-more = sides { $first } to { $last } of { $count }
tui-conflicts-choose = the sides: choose one, or e for a value of your own
tui-conflicts-dispute = the verdicts: nobody can change another's
tui-conflicts-shown = shown in lists
tui-conflicts-empty = (empty)
tui-conflicts-you = { $name } (you)

## What is under way

tui-cancelling = Cancelling… nothing is changed.
tui-work-way = { $n } %
tui-work-seconds = { $n } s
tui-doing-opening = opening the casebook
tui-doing-copying = copying the file into a private folder
tui-doing-proving = proving its entries
tui-doing-checking = waiting for SQLite's own check of it
tui-doing-waiting = waiting until no other program writes
tui-doing-taking = taking in the entries that are missing here
tui-doing-folding = working out what they change
tui-doing-keeping = keeping the casebook as it was, beside it
tui-doing-ending = handing all to the disk
tui-doing-reading = reading the claims
tui-doing-writing = writing the file
tui-doing-drafting = making the copy in a private folder

## Handing a copy over

tui-share-drafting = Making the copy
tui-share-writing = Writing it
tui-share-preview = What the copy holds and tells
tui-share-done = Written
tui-share-cancelling = Cancelling… nothing is written.
tui-share-ask-stop = Esc stops it; nothing is written before all is done.
tui-share-ask = Write it?   y yes   n no
tui-share-whole = Everything: documents, claims, evidence, verdicts and comments, and the names and contacts of all who worked on it.
tui-share-part = The claims of the filter “{ $query }” with their documents (the whole text), evidence, verdicts and comments, and the names of those who took part; of all else that it happened, not what was said.
tui-share-plain = ! It is not encrypted: whoever gets the file reads all of it.
tui-share-else = `hudna share` also encrypts a copy (--encrypt) and leaves names out (--redact).
tui-share-sha256 = SHA-256, to be told to the receiver over another channel:

## A merge

tui-merge-proving = Reading and proving the file
tui-merge-taking = Taking it over
tui-merge-nothing = Nothing new
tui-merge-all-here = All of it is here already.
tui-merge-preview = What the merge would bring
tui-merge-merged = Merged
tui-merge-ask-stop = Esc stops it; nothing is changed before all is done.
tui-merge-ask-last = Being handed to the disk: this can no longer be stopped.
tui-merge-too-late = It was done already when it was to be cancelled.
tui-merge-ask-close = Esc closes this.
tui-merge-ask-take = Take it over?   y yes   n no
tui-merge-ask-done = Enter closes this.
tui-merge-ask-conflicts = K shows what stands against each other; Enter closes this.
tui-merge-new = new
tui-merge-changes-only = nothing but changes
tui-merge-by = by
tui-merge-also = also
tui-merge-filled = { $n ->
    [one] { $n } part that had been withheld
   *[other] { $n } parts that had been withheld
}
tui-merge-ahead = { $n ->
    [one] { $n } entry dated more than a day ahead of this computer's clock
   *[other] { $n } entries dated more than a day ahead of this computer's clock
}
tui-merge-erasures = { $n ->
    [one] { $n } erasure that can be confirmed (:erasures)
   *[other] { $n } erasures that can be confirmed (:erasures)
}
tui-merge-conflicts = conflicts
tui-merge-against = { $conflicts }, disputes: { $disputes }
tui-merge-conflict = ≠ { $field } of { $subject }
tui-merge-dispute = ≠ verdicts: { $verdicts }
tui-merge-against-word = against
tui-merge-first = of each the first { $n } are shown
tui-merge-other-case-hint = Nothing was taken over. If it belongs here all the same, choose under “entries” that those of another case come in too.
tui-merge-backup = the casebook as it was is kept: { $place }
tui-count-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
tui-count-documents = { $n ->
    [one] { $n } document
   *[other] { $n } documents
}
tui-count-verdicts = { $n ->
    [one] { $n } verdict
   *[other] { $n } verdicts
}
tui-count-comments = { $n ->
    [one] { $n } comment
   *[other] { $n } comments
}
tui-count-evidence = { $n ->
    [one] { $n } piece of evidence
   *[other] { $n } pieces of evidence
}
