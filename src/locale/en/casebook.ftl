### The casebook and what can go wrong with it.

## The file and its disk

casebook-missing = there is no casebook at { $path }
casebook-missing-hint = Check the path, or import an article to make one there.
casebook-not-one = { $path } is not a casebook of hudna
casebook-not-one-hint = It was left untouched. Name another file with --db or HUDNA_DB; of a damaged one, `hudna recover` saves what it can.
casebook-strange = { $path } has been changed by something other than hudna: { $what }
casebook-strange-hint = It was left untouched and nothing of it was run. `hudna recover` makes a clean casebook of what proves itself in it.
casebook-logged = { $beside } lies beside { $path }, and hudna leaves no such file: another program or a cloud folder put it there
casebook-logged-hint = Nothing was changed. Opening the casebook now would write what that file holds over it. Move that file elsewhere, then go on; `hudna verify` tells whether the casebook is as it was signed.
casebook-gone-kept = another program removed { $path } while it was open; what was open, this action too, is kept in { $rescue }
casebook-gone-unkept = another program removed { $path } while it was open; this action was not kept; what was open is in { $rescue }
casebook-replaced-kept = another program put another file in the place of { $path } while it was open; what was open, this action too, is kept in { $rescue }
casebook-replaced-unkept = another program put another file in the place of { $path } while it was open; this action was not kept; what was open is in { $rescue }
casebook-gone-hint = Give that file the old name to go on with it. If a cloud client did this, keep the casebook elsewhere.
casebook-replaced-hint = `hudna merge` of that file takes it over into the casebook that is there now. If a cloud client did this, keep the casebook elsewhere.
casebook-adrift = another program put a file in the place of { $path } or removed it, and what is open cannot be kept elsewhere: { $what }
casebook-adrift-hint = It was not written. What was written before is still held open: leave the program running, make room and try again.
casebook-newer = { $path } was made by a newer hudna (format { $found }; this one reads up to { $known })
casebook-newer-hint = It was left untouched. Install the newer version to open it.
casebook-upgrade = the casebook is of format { $from } and could not be brought to format { $to }: { $what }
casebook-busy = the casebook is in use by another program
casebook-busy-hint = Nothing was changed. Try again when the other program has finished.
casebook-damaged = the casebook is damaged: { $what }
casebook-damaged-hint = Nothing was written. Keep the file as it is; `hudna recover` saves what can be saved of it into a new one.
casebook-full = the disk is full
casebook-full-hint = Nothing of this action was kept; all earlier work is safe. Make room on the disk and try again.
casebook-disk = the casebook could not be read or written: { $what }
casebook-disk-hint = Nothing of this action was kept; all earlier work is safe. See whether the disk is there and has room, then try again; `hudna verify` proves that all is well.
casebook-no-room = there is no room left on the disk of { $path }
casebook-no-room-hint = Nothing of it was kept. Free some space there and try again.
casebook-read-only = the casebook cannot be written: { $what }
casebook-read-only-hint = Nothing was changed. Check the rights of the file and its folder. A copy that was shared is made ready for searching when it is first opened: where nothing can be written, `hudna verify FILE` proves it and `hudna receive FILE` begins a casebook of your own from it.
casebook-file-hint = Nothing was changed. See whether the file and its folder are there, what your rights there are, and whether the disk has room.
casebook-stopped-hint = Nothing of it was kept.
casebook-database = the database refused: { $what }
casebook-database-hint = Nothing of this action was kept.

## What is asked for

casebook-not-found = no { $what } has an id beginning with “{ $given }”
casebook-not-found-hint = `hudna claims` and `hudna documents` list the ids.
casebook-ambiguous = “{ $given }” begins more than one id: { $ids }
casebook-ambiguous-hint = Give more characters of the id.
casebook-erased = { $what } { $id } was erased
casebook-erased-hint = Nothing of it is kept. `hudna log` and the id show who erased it, when and why.
casebook-not-here-hint = It was withheld from this copy, or erased. A merge with a copy that has it fills what was withheld.
not-here-received = the bytes of { $id } as received are not in this casebook
not-here-text = the text of { $id } is not in this casebook
not-here-bytes = the bytes of { $id } are not in this casebook
casebook-overlaps = other claims share words with { $claim }: { $claims }
casebook-overlaps-hint = Nothing was changed: their words would still say what was erased. --overlapping erases them too.
casebook-invalid-hint = Nothing was changed.
casebook-past = a past state cannot be written to
casebook-past-hint = Nothing was changed. Leave --as-of away to work on the casebook.
casebook-not-begun = the casebook was begun later, at { $time }
casebook-not-begun-hint = Give a later time.

## Keys and signatures

casebook-key = the signing key at { $path } cannot be used: { $why }
casebook-key-hint = Nothing was written. Restore the key from a backup, or move it away to have a new one made.
casebook-key-not-made = the signing key at { $path } could not be made: { $what }
casebook-key-not-made-hint = Nothing was written. See whether its folder is there, has room, and what your rights there are.
casebook-key-file = the key file { $path }: { $why }
casebook-key-file-hint = Nothing was changed; your own key is where it was.
casebook-passphrase = this is not the passphrase of { $path }
casebook-passphrase-hint = Nothing was changed. Without the passphrase nobody can open it.
casebook-signature = the signature { $path }: { $why }
casebook-signature-hint = Do not rely on the file. Ask whoever sent it for its SHA-256, or for file and signature again.
casebook-trust-file = the list of trusted keys at { $path }: { $why }
casebook-trust-file-hint = Nothing was changed. It is a text file of your own: mend it, or move it away to begin anew.

## Files from others

casebook-unsound = { $path } is not as it was signed: { $first }{ $more ->
    [0] {""}
   *[other] {" "}(and { $more } more)
}
casebook-unsound-hint = Nothing was taken over. Ask for another copy, or leave the sitting out with --without and the beginning of its id.
casebook-forked = entry { $seq } of sitting { $sitting } is another one in { $path } than here
casebook-forked-hint = Nothing was taken over. One of the two was tampered with: `hudna verify` both, or leave the sitting out with --without.
casebook-lacking = entry { $seq } of sitting { $sitting } in { $path } names an entry { $hash } that is neither there nor here: it was cut off, was left out of a merge, or never was
casebook-lacking-hint = Nothing was taken over. If another file has it, merge both at once. Leave the sitting out with `hudna merge --without` and the beginning of its id, or take all as it is with `hudna merge --incomplete`: then `hudna verify` will miss that entry for ever.
casebook-other-case = { $path } holds entries of another case ({ $casebook })
casebook-other-case-hint = Nothing was taken over. If it belongs here all the same, say --other-case.
casebook-nothing-saved = nothing in { $path } could be saved
casebook-readable-saved-hint = It was left untouched. Words that can be read all the same lie in { $file }.
casebook-nothing-saved-hint = It was left untouched. If there is a backup or a copy, work on from that.
foreign-missing = there is no file { $path }
foreign-missing-hint = Check the path.
foreign-not-a-file = { $path } is not a file
foreign-copy = a private copy of { $path } could not be written: { $what }
foreign-rights-hint = It was left untouched. Ask its owner for the right to read it, or for a copy made with `hudna share`.
foreign-file-hint = It was left untouched. It is read from a private copy, which needs room and the right to write beside your own casebook; see about your rights there.
foreign-not-one-hint = It was left untouched. Name a file made with `hudna share`.
foreign-newer-hint = It was left untouched. Install the newer version to read it.
foreign-too-large-hint = It was left untouched.
foreign-unfinished = { $beside } lies beside { $path }: the last change to it is not in the file
foreign-unfinished-hint = It was left untouched. Open it with hudna where it was written, then hand over a copy made with `hudna share`.
foreign-write-ahead = { $path } is in write-ahead mode: alone it can lack the last work
foreign-write-ahead-hint = It was left untouched. Ask its sender for a copy made with `hudna share`.
foreign-changing = { $path } was being written while it was read
foreign-changing-hint = It was left untouched. Try again when nothing writes to it.
foreign-damaged-hint = It was left untouched, and nothing was taken from it. Ask for another copy, or save what can be saved with `hudna recover`.
foreign-schema = { $path } does not have the tables of a casebook: { $what }
foreign-schema-hint = It was left untouched, and nothing was taken from it. Something other than hudna changed it, so ask where it comes from.
foreign-stopped-hint = Nothing was changed.

## Encrypted copies

seal-recipient = “{ $given }” is no key to encrypt to: { $why }
seal-recipient-hint = Nothing was written. Give an age1… key, an ssh-ed25519 public key, a file with such keys, or a checker of this casebook.
seal-keys = no key can be read from { $path }: { $why }
seal-keys-hint = Nothing was done. It must be an OpenSSH private key or a file with AGE-SECRET-KEY-1….
seal-no-key = { $path } is encrypted, and there is no key of yours yet
seal-no-key-hint = It was left untouched. Name the key that it is encrypted to with --identity; `hudna key show` shows yours.
seal-wrong-key = { $path } is not encrypted to this key
seal-wrong-key-hint = It was left untouched. Name the right key with --identity, or send its sender the public key that `hudna key show` prints.
seal-passphrase = { $path } is encrypted with a passphrase and not to a key
seal-passphrase-hint = It was left untouched. Open it with `age --decrypt -o FILE` first.
seal-locked = the passphrase of the key was not given, or is not the right one
seal-locked-hint = Nothing was done. Try again at a terminal, where you are asked for it.
seal-damaged-hint = It was left untouched. Ask its sender for another copy.
seal-too-large-hint = It was left untouched.
seal-file-hint = Nothing was kept of it. What is opened lies beside your own casebook for a while, which needs room there.
seal-stopped-hint = Nothing of it was kept.
