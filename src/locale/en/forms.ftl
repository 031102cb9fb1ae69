### The workbench's forms: titles, labels, what to put there, what is missing, and lists to choose from.

## Titles

tui-form-edit = Edit claim
tui-form-translation = Translation
tui-form-add-marked = Add the marked words as a claim
tui-form-add = Add a claim that was heard or copied, without an article
tui-form-dismiss = Set aside as not checkable
tui-form-evidence = Attach evidence
tui-form-comment = Comment
tui-form-export = Export a report
tui-form-merge = Merge another copy of the case
tui-form-trust = Is it their key?
tui-form-share = Write a copy to hand over
tui-form-name = Your name
tui-form-erase = Erase for good
tui-form-erasure = An erasure that waits for you
tui-form-find = Find in the document
tui-form-verdict = Verdict
tui-form-verdict-blind = Verdict (others' are hidden until it is given)
tui-form-verdict-again = Verdict (yours is now { $mine }; this one replaces it, both stay in the history)
tui-form-verdict-too = Verdict (others have given one; theirs stays)
tui-form-own-value = Your own value for: { $field }
tui-form-choose = (choose)
tui-form-writing = Writing…
tui-form-changed = This claim was changed meanwhile by another program or person.

## Labels, of at most eleven columns

tui-label-address = address
tui-label-claims = claims
tui-label-comment = comment
tui-label-contact = contact
tui-label-cue = cue
tui-label-decision = decision
tui-label-entries = entries
tui-label-evidence = evidence
tui-label-given = given
tui-label-file = file
tui-label-format = format
tui-label-id = id
tui-label-information = information
tui-label-kind = kind
tui-label-language = language
tui-label-name = name
tui-label-note = note
tui-label-origin = origin
tui-label-polarity = polarity
tui-label-quote = quote
tui-label-role = role
tui-label-said-at = said at
tui-label-sharing = sharing
tui-label-source = source
tui-label-span = span
tui-label-speaker = speaker
tui-label-stance = stance
tui-label-status = status
tui-label-text = text
tui-label-translation = translation
tui-label-value = value
tui-label-verdict = verdict
tui-label-via = via
tui-label-why = why
tui-label-words = words

## What to put there

tui-help-speaker = who said it, by the fullest name known
tui-help-role = in what capacity
tui-help-cue = the word that reports it, as in the text
tui-help-kind = what it is about
tui-help-polarity = what the speaker does with it
tui-help-quote = how the words are reported
tui-help-said-at = when, such as 2024-11-27 or 2024-11-27T04:00
tui-help-translation = for readers of the report
tui-help-text = the words of the claim
tui-help-address = where it was heard or copied from
tui-help-status = how far the check has come
tui-help-dismiss = the reason stays with the claim, in the log and in reports
tui-help-information = credibility of what it says
tui-help-evidence = a link, a file that is copied into the casebook, or quoted words
tui-help-value = the address, the path of the file, or the words
tui-help-origin = address that a file or a quotation is from
tui-help-stance = what it does to the claim
tui-help-source = reliability of the source (Admiralty grade A to F)
tui-help-note = what a reader must know about it
tui-help-verdict-why = the reasons, for readers: a verdict without reasons is no verdict
tui-help-given = marked in the casebook, and in reports
tui-help-given-seen = others' verdicts on this claim were on this screen
tui-given-blind = blind: I have not seen the others'
tui-given-open = knowing the others'
tui-help-withdraw = the reason stays in the history
tui-help-comment = for the other checkers; it is not part of the verdict
tui-help-claims = which claims the report is about
tui-help-export-file = where to write it; ~ is your home folder
tui-help-merge-file = a casebook that a colleague handed you; Tab completes its path
tui-help-trust = compare the fingerprint with what its holder sees in `hudna whoami`, over another channel
tui-help-trust-note = how you know; kept in your own folder, in no casebook
tui-help-share-claims = what goes along; what the copy tells is shown before it is written
tui-help-share-file = a new file; ~ is your home folder
tui-help-entries = those of another case come in only where you say so
tui-help-own-value = it is written over all of them; they stay in the log
tui-help-name = shown with everything that you write; a pen name will do
tui-help-contact = how other checkers reach you; may stay empty
tui-help-erase-id = type the whole id: it cannot be undone
tui-help-erase-why = it stays for good, so it must not tell what was erased
tui-help-sharing = claims that share words with it
tui-help-erasure-id = to erase it: type the whole id
tui-help-erasure-why = to leave it: the reason, for others
tui-help-find = as they stand in the text

## What can be chosen

tui-status-derived = as its file says · تلقائي
tui-grade-none = not judged
tui-grade-a = A completely reliable
tui-grade-b = B usually reliable
tui-grade-c = C fairly reliable
tui-grade-d = D not usually reliable
tui-grade-e = E unreliable
tui-grade-f = F cannot be judged
tui-grade-1 = 1 confirmed
tui-grade-2 = 2 probably true
tui-grade-3 = 3 possibly true
tui-grade-4 = 4 doubtful
tui-grade-5 = 5 improbable
tui-grade-6 = 6 cannot be judged
tui-format-html = HTML, to read and print
tui-format-csv = CSV, for spreadsheets
tui-format-json = JSON, for programs
tui-export-one = this claim only
tui-export-all = all claims
tui-export-all-counted = all { $n } claims
tui-export-filter = the claims of the filter
tui-export-filter-counted = the { $n } claims of the filter
tui-word-trust = trust it: I compared the fingerprint with its holder
tui-word-distrust = distrust it
tui-word-forget = take back what was said of it
tui-share-all = everything
tui-share-filter = the filter's claims ({ $query })
tui-merge-this-case = of this case only
tui-merge-other-case = of another case too
tui-sharing-keep = erase nothing if there are any
tui-sharing-erase = erase them too, with all that hangs on them
tui-decision-erase = erase it here too, for good
tui-decision-refuse = leave it here

## What is missing

tui-need-why-dismiss = Say why: others must understand it.
tui-need-why = Say why.
tui-need-rating = Choose a rating: type its digit, or use the arrows.
tui-need-reasons = A verdict needs its reasons.
tui-need-comment = There is nothing to keep yet.
tui-need-why-erase = Say why: the reason is all that is kept.
tui-need-why-refuse = Say why it stays.
tui-need-decision = Choose: erase it here too, or leave it.
tui-need-text = Write the words of the claim.
tui-need-stance = Say what it does to the claim: supports, refutes or context.
tui-need-listed = Choose one of the list.
tui-need-quotation = Write or paste the quoted words.
tui-need-address = Write or paste the address.
tui-need-no-blanks = An address has no blanks; for quoted words choose quotation above.
tui-need-source = Grade the source too (F: cannot be judged), or neither.
tui-need-information = Grade the information too (6: cannot be judged), or neither.
tui-need-grade = No such grade.
tui-need-path = Write or paste the path of the file.
tui-need-file-name = Write the name of the file to make.
tui-need-casebook = Write or paste the path of a casebook.
tui-find-none = Not found; letters and signs must be as in the text.
tui-need-id = It cannot be undone. Type the whole id: { $id }
tui-need-word = Choose: trust it, distrust it, or take back what was said.
tui-need-other-name = Choose another name.
tui-need-a-file = { $place } is not a file.
tui-need-folder = There is no folder { $place }.
tui-need-replace = { $place } is there already: Ctrl-S again replaces it.

## Lists to choose from

tui-withdraw-title = Withdraw
tui-withdraw-verdict-title = Withdraw a verdict
tui-withdraw-evidence-title = Withdraw evidence
tui-withdraw-of-verdict = verdict: { $rating }, { $name }: { $why }
tui-withdraw-of-evidence = { $kind }, { $stance }: { $value }
tui-documents-title = Documents
tui-documents-all = All documents
tui-documents-claims = { $n } claims
tui-documents-withdrawn = withdrawn
tui-keys-title = Whose keys wrote here
tui-erase-title = Erase for good
tui-erase-claim = claim: { $text }
tui-erase-evidence = evidence: { $text }
tui-erase-document = document with all its claims: { $title }
tui-erasures-title = Erasures that wait
tui-erasure-waiting = waiting
tui-erasure-refused = refused
tui-erasure-of = { $kind }, { $state }, by { $name }: { $why }
