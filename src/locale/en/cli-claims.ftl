### Documents, claims and what is written to them.

## Heads of columns

column-id = ID
column-worth = WORTH
column-state = STATE
column-speaker = SPEAKER
column-kind = KIND
column-claim = CLAIM
column-published = PUBLISHED
column-claims = CLAIMS
column-outlet = OUTLET
column-lang = LANG
column-title = TITLE
column-at = AT (UTC)
column-checker = CHECKER
column-what = WHAT
column-subject = SUBJECT
column-field = FIELD
column-value = VALUE
column-rating = RATING
column-english = ENGLISH
column-arabic = ARABIC
column-place = PLACE
column-polarity = POLARITY

## claims and documents

claims-none = no claims yet
claims-none-fits = no claim fits the query
claims-disputed = disputed
documents-none = no documents yet
documents-none-fits = no document fits the query
documents-none-fits-hint = `hudna documents` lists them.
documents-withdrawn = withdrawn
documents-replaced = replaced
documents-current = current

## show

show-neither = { $id } names neither a claim nor a document
show-state = { $id }  { $state }
show-title = title
show-outlet = outlet
show-author = author
show-url = url
show-published = published
show-language = language
show-type = type
show-type-words = { $type }, { $encoding }
show-size = size
show-size-words = { $bytes } bytes, { $points } code points
show-sha256 = sha256
show-imported = imported
show-extraction = extraction
show-previous = previous
show-newer = newer
show-withdrawn = withdrawn
show-erased = erased
show-erased-points = { $n ->
    [one] { $n } code point of the text, and the bytes as received
   *[other] { $n } code points of the text, and the bytes as received
}
show-heading = { $what }:
show-passage = passage
show-evidence = evidence
show-verdicts = verdicts
show-comments = comments
show-history = history
show-speaker = speaker
show-role = role
show-cue = cue
show-via = via
show-quote = quote
show-polarity = polarity
show-kind = kind
show-worth = worth
show-worth-words = { $worth }: { $why }
show-said-at = said at
show-translation = translation
show-verdict = verdict
show-dismissed = dismissed
show-conflicts = conflicts
show-document = document
show-place = place
show-newer-version = { $id } (a newer version of the document)
show-rating-words = { $rating } ({ $other })
show-ungraded = ungraded
show-quotation = quotation
show-file = file
show-file-words = { $file }, { $n } bytes
show-grade = grade
show-grade-words = source { $source }, information { $information }
show-note = note
show-standing = standing
show-after-end = AFTER THE KEY'S END
show-blind = blind
show-rating = rating
show-why = why
show-text = text

## log

log-more = older changes are not shown; --limit 0 lists all
log-of-claim = on { $claim }: { $value }
log-after-end = (AFTER THE KEY'S END) { $value }
log-taken-away = (taken away: { $old })
log-before = { $new } (before: { $old })
log-undone = undone
log-erased = (erased)
log-withheld = (withheld)
log-newer = (made by a newer version)
log-standard-scale = standard
log-confirmed = confirmed here
log-blanked = blanked: { $places }
log-lost = { $n } lost
log-extracted = { $document } by { $version }
log-key-as-of = { $says } as of { $at }

## Kinds of entries

kind-create = create
kind-import = import
kind-extract = extract
kind-claim-add = claim_add
kind-claim-edit = claim_edit
kind-dismiss = dismiss
kind-restore = restore
kind-document-edit = document_edit
kind-document-withdraw = document_withdraw
kind-document-restore = document_restore
kind-evidence-add = evidence_add
kind-evidence-edit = evidence_edit
kind-evidence-withdraw = evidence_withdraw
kind-verdict = verdict
kind-verdict-withdraw = verdict_withdraw
kind-comment = comment
kind-resolve = resolve
kind-whoami = whoami
kind-publisher = publisher
kind-recover = recover
kind-undo = undo
kind-redo = redo
kind-erase = erase
kind-erase-confirm = erase_confirm
kind-erase-refuse = erase_refuse
kind-key-mine = key_mine
kind-key-successor = key_successor
kind-key-lost = key_lost
kind-key-found = key_found
kind-key-revoked = key_revoked

## Things

thing-casebook = casebook
thing-document = document
thing-claim = claim
thing-evidence = evidence
thing-verdict = verdict
thing-comment = comment
thing-checker = checker
thing-extraction = extraction
thing-text = text
thing-file = file of evidence
thing-publisher = publisher or scale
gone-words = its words cannot be read
gone-bytes = its bytes are gone
gone-chunk = chunk { $n } of its bytes is gone
gone-some = its bytes are not all there; { $n } chunks can be read

## Writing

edit-nothing = nothing changed in { $id }: it was so already
edit-changed = { $n ->
    [one] { $n } field changed in { $id }
   *[other] { $n } fields changed in { $id }
}
edit-no-place = this claim has no document, so it has no place in one
edit-no-place-hint = Correct its words with --text.
claim-dismissed = { $id } dismissed
claim-restored = { $id } restored
withdrawn = { $id } withdrawn
evidence-no-file = { $id } holds no file
evidence-no-file-hint = It is a link or a quotation; `hudna show` prints it.
verdict-withdrawn = withdrawn
verdict-replaced = replaced
verdict-missing = a claim and a rating are missing

## report

report-past-claimreview = ClaimReview tells what stands now, and no past state is written so
report-past-claimreview-hint = Choose another format, such as --format json.
report-head = head and last entries { $all }: keep them with the report, for `hudna verify --head`
report-head-past = the head of this past state is { $head }: keep it with the report; the same `--as-of` of another casebook gives it too, where that holds the same entries
report-empty = no claim fits the query: the report is empty
report-no-tongue = it is one of en, ar
