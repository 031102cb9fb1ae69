### The workbench: what it says of itself, and of what was done.

tui-semicolon = ; { "" }
tui-reading = Reading…
tui-more-below = ↓ { $n } more
tui-filter = Filter:
tui-too-small =
    This window has { $columns }×{ $rows } characters;
    hudna needs { $least_columns }×{ $least_rows }.
    q quits.
tui-size-bytes = { $n } B
tui-size-kilobytes = { $n } KB
tui-size-megabytes = { $n } MB
tui-panic = stopped by a mistake in the program at { $place }.
tui-panic-kept = What was saved is safe. Please report this line; it holds nothing of your casebook.

## The line above

tui-head-rank = { $rank } of { $total } claims
tui-head-total = { $total } claims
tui-head-report = writing report, { $size } …
tui-head-report-reading = reading for the report, { $n } % …
tui-head-key-ended = your key is { $how }
tui-head-blind = verdicts hidden
tui-head-erasures = { $n ->
    [one] { $n } erasure waits (:erasures)
   *[other] { $n } erasures wait (:erasures)
}
tui-writing-file = Storing the file
tui-writing-undo = Taking back
tui-writing-erase = Erasing
tui-writing-again = Looking again
tui-writing-merge = Merging
tui-writing = Writing

## The line of keys

tui-hint-save = save
tui-hint-field = next field
tui-hint-leave = leave
tui-hint-scroll = scroll
tui-hint-narrow = type to narrow
tui-hint-choose = choose
tui-hint-list = list
tui-hint-outside = own editor
tui-hint-yes = yes
tui-hint-no = no
tui-hint-close = close
tui-hint-move = move
tui-hint-filter-keep = keep
tui-hint-filter-off = take off
tui-hint-filter-move = move in the list

## Messages

tui-withdraw-none = This claim has neither evidence nor a verdict to withdraw.
tui-span-none = This claim was typed in: it has no span.
tui-document-none = This claim was typed in: it has no document.
tui-merge-under-way = Something else is still under way.
tui-conflicts-own-verdicts = Verdicts are their checkers' own: r gives yours anew, w withdraws it; nobody ends it for another.
tui-conflicts-place = A place is not typed: take a side, or mark another in the document (d, s).
tui-conflicts-no-claim = This is not a field of a claim.
tui-documents-none = There are no documents yet.
tui-erasures-none = No erasure waits for you.
tui-export-under-way = A report is being written; X stops it.
tui-export-stopping = Cancelling… no report is written.
tui-export-written = Report written: { $place } ({ $size }).
tui-mark-nothing = Nothing is marked: go to the first word, press v, go to the end of the last.
tui-span-same = The span is as it was.
tui-claim-gone = This claim is gone.
tui-order-worth = What is most worth a check comes first.
tui-order-document = As they stand in their documents.
tui-blind-on = Others' verdicts are hidden on each claim until you give yours (r); b shows them.
tui-blind-off = All verdicts are shown.
tui-blind-filter = verdict: would tell what is hidden; b shows all verdicts
tui-blind-filter-off = The filter asked for verdicts and was taken off.
tui-copied = Copied, if this terminal allows it.
tui-share-left = Nothing was written.
tui-merge-left = Nothing was changed.
tui-merge-stopped = Stopped: nothing was changed.

## What was done

tui-did-add = Claim added.
tui-did-dismiss = Set aside as not checkable.
tui-did-restore = Restored.
tui-did-evidence = Evidence attached.
tui-did-withdraw-evidence = Evidence withdrawn.
tui-did-withdraw-verdict = Verdict withdrawn.
tui-did-verdict = Verdict given.
tui-did-verdict-blind = Verdict given blind; the others' are shown now.
tui-did-comment = Comment kept.
tui-did-resolve = Resolved; u takes it back.
tui-did-undo = Taken back
tui-undo-nothing = There is nothing to take back.
tui-did-redo = Done again
tui-redo-nothing = There is nothing to do again.
tui-undone-part = { $verb }: { $what }, { $n } of { $all }. Written since, so left: { $kept }.
tui-undone-over = u again passes it over.
tui-undone-erasure = The erasure after it stays: none can be taken back.
tui-did-refuse = Left here; it can be confirmed later.
tui-again-over = E again does it all the same.
tui-did-again = Looked again: { $numbers }. u takes it back.
tui-did-name = Name kept.
tui-did-put-back = The casebook was put back in its place.
tui-did-take-up = The file that is there now is open; it lacked { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}. All of the old one: { $place }.
tui-did-take-up-all = The file that is there now is open; it lacked nothing.
tui-did-edit-nothing = Nothing was changed.
tui-did-edit = { $n ->
    [one] One field changed.
   *[other] { $n } fields changed.
}
tui-erased = Erased.
tui-erased-unswept = Free space in the file is cleared when it is next opened: { $why }.
tui-erased-backups = Backups removed: { $n }.
tui-erased-left = Not reached: { $left }.
tui-erased-copies = the copies of { $names }
tui-erased-elsewhere = shared copies, reports, and what the disk keeps

## What was not done

tui-not-written = Nothing was written.
tui-stopped = stopped
tui-lost = a part of the program has stopped
tui-lost-hint = Quit and start hudna again.
tui-failed = something in the program failed
tui-failed-hint = Nothing of this action was kept. Please report it.
tui-sides-changed = its sides changed meanwhile
tui-sides-changed-hint = Nothing was written. Look again and choose.
tui-resolved-meanwhile = it was resolved meanwhile
tui-field-newer = the field is a newer version's
tui-stale = Changed meanwhile: { $fields }.
tui-stale-field = { $field } is now “{ $value }”
tui-stale-hint = Ctrl-S again puts your text in its place; Esc leaves it as it is now.
tui-editor-failed = { $program } ended with an error ({ $status }); the text is as it was
tui-editor-not-utf8 = what the editor wrote is not UTF-8; the text is as it was

## Questions

tui-confirm-keys = y yes   n no
tui-confirm-discard = Give up what was typed here?
tui-confirm-quit = { $although } Quit all the same?
tui-confirm-put-back = Another program removed the casebook's file. Put it back as it is here?
tui-confirm-take-up = Another program put another file in the casebook's place. Open that, and merge into it what it lacks?
tui-quit-typed = What was typed here is not saved.
tui-quit-writing = Something is still being written.
tui-quit-merging = A merge or a copy is under way; nothing of it is kept before it is done.
tui-quit-exporting = A report is still being written.

## Screens for screen readers

tui-plain-error = Error: { $words }
tui-plain-notice = Note: { $words }
tui-plain-exporting = writing a report
tui-plain-claims = Claims
tui-plain-key-up = Up
tui-plain-key-down = Down
tui-plain-key-left = Left
tui-plain-key-right = Right
tui-plain-side = Side { $n }: { $value } ({ $about })
tui-plain-side-chosen = chosen { $words }
tui-plain-choice = { $words }, { $at } of { $of }
tui-plain-selected = Selected: { $words }
tui-plain-narrow = Type to narrow
tui-plain-command = { $name } ({ $keys }): { $what }
tui-plain-question = Question
tui-plain-log-to = { $old }, then { $new }
tui-plain-log-to-nothing = { $old }, then nothing
tui-plain-way = { $n } percent done
tui-plain-claim = claim
tui-plain-passage = In its passage:
