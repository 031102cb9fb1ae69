### What is refused, and why.

## Claims

refused-twin = claim { $id } stands on the very same words
refused-status = a claim is checked by a verdict and dismissed with a reason; neither is set as a status
refused-words-of-document = the words of a claim are its document's: move the span instead, or write a translation
refused-no-document = this claim has no document to take a span of
refused-dismissed = { $id } is dismissed already: { $why }
refused-not-dismissed = { $id } is not dismissed
refused-span = { $start } to { $end } is not a span of this document, which has { $length } code points
refused-blank-span = there is nothing but blanks in this span
refused-claim-words = a claim must have words
refused-comment-words = a comment must have words
refused-reason = a reason must be given
refused-withdrawn = { $id } is withdrawn already: { $why }
refused-rating = “{ $rating }” is not a rating of this casebook's scale: { $known }
refused-others-verdict = this verdict is another checker's: only they can withdraw it; give your own, which will stand beside it
refused-no-text = { $document } has no text
refused-your-name = your name and contact were erased here: under this key none can be written again
refused-too-long = what is said of { $subject } is longer than { $limit } MiB
refused-no-random = no random numbers: { $why }
refused-large-document = a document of { $size } bytes is larger than hudna shows

## Evidence

refused-large-file = { $path } is larger than { $limit } GiB
refused-empty-evidence = nothing would be left of this evidence: withdraw it instead
refused-no-file = { $evidence } has no file
refused-file-and-quotation = evidence is a file or a quotation, not both
refused-no-evidence = evidence must have an address, a file or a quotation

## Conflicts, merges and erasures

refused-no-conflict = no values of { $field } stand against each other there
refused-side = the values are numbered from 1 to { $n }
refused-not-yours = only whoever made { $subject } can write that
refused-no-sitting = no sitting in these files has an id that begins with “{ $prefix }”
refused-older-meanwhile = the casebook was replaced by an older one meanwhile; try again
refused-erasure-not-here = what the erasure of { $what } covers is not in this casebook
refused-erased-words = words that were erased stand in this place
refused-no-erasure = no erasure of { $what } waits for you

## Keys

refused-own-key = that is your own key
refused-revoke = only its holder revokes a key: with itself, or with another key of theirs that both have said is the same person's; you can report it lost
refused-one-key = that is one key, not two
refused-not-private-key = it is no private key in OpenSSH's format
refused-key-name-taken = there is a file of this name already
refused-key-kind = it is a key of the kind { $kind }, and hudna signs with Ed25519
refused-key-locked = it is not an Ed25519 key without passphrase
refused-key-vanished = it vanished
refused-not-signature = it is no signature in OpenSSH's form
refused-signature-purpose = it was made for something else than hudna
refused-signature-kind = it was made with another kind of key than Ed25519; `ssh-keygen -Y verify` may check it
refused-signature-of-other = it is not a signature of this file: one of the two was changed
seal-not-ssh = it is not an ssh-ed25519 or ssh-rsa public key
seal-no-point = it is no point of the curve
seal-not-public = “{ $line }” is no public key
seal-none-in-it = there is none in it
seal-all = all of them
seal-too-many = they are more than { $most }
seal-encrypted-to-key = it is encrypted to a key and not with a passphrase
seal-opens-nothing = keys of this kind open nothing
seal-not-private = it is no private key
seal-cut-off = it is cut off, or was changed
seal-unknown-form = it is encrypted in a form that is not known here
seal-endless-head = its head does not end
seal-no-keys-file = it is no file of keys
seal-no-text = it is no text

## Files

refused-no-folder = there is no folder { $path }
refused-taken = { $path } is there already and was left as it is
refused-not-a-file = { $path } is not a file
refused-copying-broke-off = the copying broke off
refused-check-broke-off = the check broke off; please report this as a fault of hudna

## Damage

damaged-no-hash = the bytes of { $id } do not have their hash
damaged-bytes-no-hash = the bytes { $sha256 } do not have their hash
damaged-no-beginning = it has no beginning
damaged-no-checker = an entry has no checker
damaged-no-bytes = bytes that are pointed at are not here
damaged-not-utf8 = the text of { $id } is not UTF-8
damaged-page-size = it gives its pages { $size } bytes
damaged-file-version = its file version is { $write }, { $read }
damaged-not-utf8-file = its texts are not in UTF-8
damaged-size = it has { $size } bytes and should have { $wanted }
damaged-column = a value of { $column } is of type { $kind }
strange-many = it has { $most } tables or more
strange-missing = the { $kind } { $name } is missing
strange-is-a = { $name } is a { $kind }
strange-made = the { $kind } { $name } is not made as ours is
strange-not-ours = there is a { $kind } { $name } that is not ours

## Values of fields

field-span = a place in a text is not typed: mark it in the document
field-grade = “{ $text }” is no source grade: A to F and 1 to 6, such as B2
field-code = “{ $text }” is none of { $codes }

## ClaimReview

review-publisher = name the publisher, once for the casebook: hudna publisher --name NAME --url URL
review-url = give the address of the page where the report will stand: --url ADDRESS
review-rating = none of these claims has a verdict that its checkers agree on: hudna verdict CLAIM RATING --why REASONS
