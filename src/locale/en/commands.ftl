### Commands: their names, what they do, and their words in the line of keys.

tui-group-moving = Moving
tui-group-reading = Reading
tui-group-checking = Checking
tui-group-claims = Claims
tui-group-erasing = Erasing
tui-group-reports = Reports
tui-group-marking-in-a-document = Marking in a document
tui-group-working-apart = Working apart
tui-group-program = Program

## moving
tui-name-down = down
tui-do-down = to the next claim; in a claim's file or a document: scroll down
tui-name-up = up
tui-do-up = to the claim before; in a claim's file or a document: scroll up
tui-name-page-down = page-down
tui-do-page-down = a screenful down
tui-name-page-up = page-up
tui-do-page-up = a screenful up
tui-name-first = first
tui-do-first = to the first claim, or the start of the text
tui-name-last = last
tui-do-last = to the last claim, or the end of the text
tui-name-next-claim = next-claim
tui-do-next-claim = in a document: to the next claim
tui-hint-next-claim = next claim
tui-name-previous-claim = previous-claim
tui-do-previous-claim = in a document: to the claim before
tui-hint-previous-claim = previous
tui-name-other-pane = other-pane
tui-do-other-pane = between the list and the claim's file
tui-hint-other-pane = file or list

## reading
tui-name-filter = filter
tui-do-filter = list only the claims with some words, or kind: speaker: status: verdict: polarity: doc: lang: order:
tui-hint-filter = filter
tui-name-order = order
tui-do-order = list what is most worth a check first, or the claims as they stand in their documents
tui-hint-order = order
tui-name-find = find
tui-do-find = in a document: find words
tui-hint-find = find
tui-name-document = document
tui-do-document = read the claim's document, all its claims marked
tui-hint-document = document
tui-name-claim-file = claim-file
tui-do-claim-file = in a document: to the claim's file, with its evidence and verdicts
tui-hint-claim-file = claim file
tui-name-copy = copy
tui-do-copy = copy the claim's words to the clipboard (OSC 52)
tui-name-back = back
tui-do-back = back: close the document, leave the file, take the filter off

## documents
tui-name-documents = documents
tui-do-documents = choose a document and list only its claims
tui-hint-documents = documents

tui-name-again = again
tui-do-again = look for claims again in the document, by the present rules and words; what was worked on stays

## check
tui-name-verdict = verdict
tui-do-verdict = give a verdict: a rating and its reasons
tui-hint-verdict = verdict
tui-name-rate = rate
tui-do-rate = in a document: give a verdict on the claim
tui-hint-rate = verdict
tui-name-blind = blind
tui-do-blind = hide others' verdicts on each claim until you give yours, or show them
tui-name-evidence = evidence
tui-do-evidence = attach evidence: a link, a file or quoted words, with stance and source grade
tui-hint-evidence = evidence
tui-name-comment = comment
tui-do-comment = comment on the claim, for other checkers
tui-hint-comment = comment
tui-name-withdraw = withdraw
tui-do-withdraw = withdraw evidence or a verdict, with the reason

## claims
tui-name-edit = edit
tui-do-edit = edit the claim: speaker, role, cue, kind, polarity, quote, date, translation, status
tui-hint-edit = edit
tui-name-span = span
tui-do-span = set the claim's span anew, by marking it in the document
tui-name-dismiss = dismiss
tui-do-dismiss = set the claim aside as not checkable (asks why), or restore it
tui-hint-dismiss = set aside
tui-name-add = add
tui-do-add = add a claim that was heard or copied, without an article
tui-hint-add = add
tui-name-translate = translate
tui-do-translate = write or change the claim's translation
tui-name-undo = undo
tui-do-undo = take back your last action
tui-hint-undo = undo
tui-name-redo = redo
tui-do-redo = do again what was taken back

## erasing
tui-name-erase = erase
tui-do-erase = erase the claim, a piece of its evidence or its document for good, for a source's safety
tui-name-erasures = erasures
tui-do-erasures = confirm or refuse the erasures that a merge brought

## export
tui-name-export = export
tui-do-export = write a report (HTML, Markdown, CSV, JSON) on the claims listed, or on this one
tui-hint-export = export
tui-name-stop-export = stop-export
tui-do-stop-export = stop the report that is being written
tui-hint-stop-export = stop

## marking
tui-name-mark = mark
tui-do-mark = show a caret to mark a span with
tui-hint-mark = mark
tui-name-mark-from = mark-from
tui-do-mark-from = marking: the span begins at the caret
tui-hint-mark-from = begin here
tui-name-mark-done = mark-done
tui-do-mark-done = marking: make a claim of the marked words, or set the claim's span to them
tui-hint-mark-done = done
tui-name-mark-drop = mark-drop
tui-do-mark-drop = marking: leave it
tui-hint-mark-drop = leave
tui-name-mark-swap = mark-swap
tui-do-mark-swap = marking: go to the other end of the span
tui-hint-mark-swap = other end
tui-name-mark-left = mark-left
tui-do-mark-left = marking: one letter to the left on the screen
tui-name-mark-right = mark-right
tui-do-mark-right = marking: one letter to the right on the screen
tui-name-mark-up = mark-up
tui-do-mark-up = marking: a row up
tui-name-mark-down = mark-down
tui-do-mark-down = marking: a row down
tui-name-mark-word = mark-word
tui-do-mark-word = marking: to the next word of the text
tui-name-mark-back = mark-back
tui-do-mark-back = marking: to the word before
tui-name-mark-word-left = mark-word-left
tui-do-mark-word-left = marking: to the start of the next word on the left
tui-name-mark-word-right = mark-word-right
tui-do-mark-word-right = marking: to the start of the next word on the right
tui-name-mark-start = mark-start
tui-do-mark-start = marking: to the start of the row
tui-name-mark-end = mark-end
tui-do-mark-end = marking: to the end of the row

## conflicts
tui-name-merge = merge
tui-do-merge = take over what another copy of the case holds: shown first, then asked for
tui-name-trust = trust
tui-do-trust = whose keys wrote here, with their fingerprints, and whom you trust
tui-name-share = share
tui-do-share = write a copy to hand over, of everything or of the filter's claims: shown first, then asked
tui-name-conflicts = conflicts
tui-do-conflicts = see what checkers wrote unlike each other, side by side, and choose
tui-name-next-conflict = next-conflict
tui-do-next-conflict = in the conflicts: to the next one
tui-name-previous-conflict = previous-conflict
tui-do-previous-conflict = in the conflicts: to the one before
tui-name-next-side = next-side
tui-do-next-side = in the conflicts: to the next side
tui-hint-next-side = side
tui-name-previous-side = previous-side
tui-do-previous-side = in the conflicts: to the side before
tui-name-scroll-sides = scroll-sides
tui-do-scroll-sides = in the conflicts: the sides a screenful down
tui-name-scroll-sides-back = scroll-sides-back
tui-do-scroll-sides-back = in the conflicts: the sides a screenful up
tui-name-take-side = take-side
tui-do-take-side = in the conflicts: take the side chosen; of a dispute, go to the claim
tui-hint-take-side = take it
tui-name-own-value = own-value
tui-do-own-value = in the conflicts: write a value of your own in place of all
tui-hint-own-value = own value
tui-name-show-claim = show-claim
tui-do-show-claim = in the conflicts: to the claim
tui-hint-show-claim = claim
tui-name-leave-conflicts = leave-conflicts
tui-do-leave-conflicts = from the conflicts back to the claims
tui-hint-leave-conflicts = back

## program
tui-name-help = help
tui-do-help = this help; type to narrow it
tui-hint-help = help
tui-name-palette = palette
tui-do-palette = find a command by its name
tui-hint-palette = commands
tui-name-name = name
tui-do-name = set the name that your verdicts and comments carry
tui-name-redraw = redraw
tui-do-redraw = paint the screen anew
tui-name-suspend = suspend
tui-do-suspend = back to the shell; `fg` returns
tui-name-quit = quit
tui-do-quit = quit; everything is kept already
tui-hint-quit = quit

## The palette and the help

tui-palette-title = Commands
tui-help-title = Keys (also with the keyboard in its Arabic layout)
tui-help-fields = In text fields

## Keys of text fields, in the help

tui-field-arrows = move on the screen; with Shift: select
tui-field-words = to the start of the next word on that side (Alt too)
tui-field-words-text = to the word before, the word after in the text
tui-field-line = to the start, end of the line; with Ctrl: of the text
tui-field-page = a fieldful up, down
tui-field-all = select everything
tui-field-clip = cut, copy what is selected; paste it
tui-field-delete = delete a letter with its marks, or the selection
tui-field-delete-word = delete the word before, after (Ctrl-Backspace, Ctrl-Delete)
tui-field-delete-line = delete to the start, to the end of the line
tui-field-undo = undo, redo in the field
tui-field-outside = write the field in your own editor ($VISUAL, $EDITOR)
tui-field-field = next, previous field
tui-field-save = save
tui-field-leave = leave without saving (asks first if something was typed)
