### Bringing casebooks together, proving and saving them, taking back.

## merge

merge-question = Take it over?
merge-left-out = left out: sitting { $sitting }
merge-nothing = nothing new: all of it is here already
merge-would-bring = the merge would bring { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}:
merge-brought = the merge brought { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}:
merge-new = new
merge-changed = changed
merge-filled = filled
merge-filled-parts = { $n ->
    [one] { $n } part that had been withheld
   *[other] { $n } parts that had been withheld
}
merge-erasures = erasures
merge-erasures-pending = { $n ->
    [one] { $n } erasure that you can confirm: `hudna erase --pending`
   *[other] { $n } erasures that you can confirm: `hudna erase --pending`
}
merge-not-taken = not taken
merge-not-taken-parts = { $n ->
    [one] { $n } part of what is erased here
   *[other] { $n } parts of what is erased here
}
merge-extractions = { $n ->
    [one] { $n } extraction that documents are listed by
   *[other] { $n } extractions that documents are listed by
}
merge-untrue = not believed
merge-untrue-parts = { $n ->
    [one] { $n } part that makes what another made: somebody forged it
   *[other] { $n } parts that make what another made: somebody forged them
}
merge-keys = keys
merge-keys-words = { $n ->
    [one] { $n } word about keys
   *[other] { $n } words about keys
}
merge-ahead = ahead
merge-ahead-entries = { $n ->
    [one] { $n } entry dated more than a day ahead of this machine's clock
   *[other] { $n } entries dated more than a day ahead of this machine's clock
}
merge-conflict = conflict
merge-dispute = dispute
merge-field-sides = { $subject } { $field }: { $sides }
merge-claim-sides = { $claim }: { $sides }
merge-side-value = “{ $value }” ({ $who })
merge-side-rating = { $rating } ({ $who })
merge-against = against
merge-by = by
merge-wrote = { $who }: { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}, { $trust }
merge-warning = WARNING
merge-namesake = another key goes by the name { $who }: { $other }
merge-dated-back = this key's end was known here before these entries came: whoever holds it may have dated them back
merge-own-key = this is your own key: { $state }. What you write with it from now on is marked for everybody
merge-key-state = { $who }: { $state }
merge-backup = the casebook as it was is kept: { $file }

## conflicts

conflicts-none = nothing stands against each other
conflicts-conflict = conflict  { $subject } { $field }
conflicts-dispute = dispute   { $claim }
conflicts-who = { $who }, { $at }
conflicts-who-shown = { $who }, { $at }, shown
conflicts-rating = { $rating }  { $who }, { $at }
conflicts-marked = { $told }, { $mark }
conflicts-by-one = { $command }, by one of them
resolve-done = resolved: { $field } of { $subject }

## undo and redo

undo-done = taken back: { $what }
undo-none = there is nothing of yours to take back
undo-not-done = nothing was taken back
redo-done = done again: { $what }
redo-none = there is nothing to do again
redo-not-done = nothing was done again
undo-not-done-hint = Others wrote it since. `hudna undo --over` passes it over and takes back what you did before it.
undo-erasure-stays = the erasure after it stays: an erasure cannot be taken back
undo-kept = left as it is, because it was written since: { $what }
undo-of = { $field } of { $subject }
undo-and-more = { $what } and { $n } more

## verify

verify-no-hash = it is not a hash of 64 hexadecimal digits
verify-faults = { $n ->
    [one] { $n } fault; the first: { $first }
   *[other] { $n } faults; the first: { $first }
}
verify-faults-hint = Keep the file as it is, and compare with another copy. `hudna rebuild` mends tables alone; `hudna recover` saves what still proves itself.
verify-only-signature = it is no casebook: only the signature beside it was checked
verify-not-held = the state that was printed is not found in this casebook
verify-not-held-hint = Either it is another casebook's, or of a later state than this copy has, or entries were cut off. A head of an earlier state is found with the last entries printed beside it alone: give these too.
verify-held = held
verify-held-not = NOT HELD
verify-held-now = the head is that of this casebook: it is in just that state
verify-held-entry = entry { $entry } ({ $who }, { $at })
verify-held-all = all of that state is here, as it was: { $n ->
    [one] { $n } entry
   *[other] { $n } entries
} then, { $all } now
verify-held-other = what these entries cover adds up to another head than was given
verify-held-seen = all that their writers had is here: { $n ->
    [one] { $n } entry
   *[other] { $n } entries
} of { $all }
verify-wrong = WRONG  { $fault }
verify-sums = { $sittings }: { $entries }, { $signatures }, { $parts }, { $blobs } of { $bytes }
verify-parts = { $parts }, { $withheld } withheld, { $erased } erased
verify-not-compared = the tables were not compared with the record
verify-other-case = { $n ->
    [one] { $n } sitting came from another case
   *[other] { $n } sittings came from another case
}
verify-ahead = { $n ->
    [one] { $n } entry dated more than a day ahead of this machine's clock
   *[other] { $n } entries dated more than a day ahead of this machine's clock
}
verify-unswept = what was erased may still lie in free places of the file or in backups beside it: that is cleared when hudna next opens it
verify-lost = { $n ->
    [one] { $n } entry lost when the casebook was salvaged, as whoever did it says
   *[other] { $n } entries lost when the casebook was salvaged, as whoever did it says
}
verify-checker = checker
verify-casebook = casebook
verify-head = head
verify-last = last
verify-more = and { $n } more
verify-all-signed = all of it is as it was signed
verify-ends = entries that nobody else saw can be missing at the end: compare the head with one printed before

## receive

receive-no-folder = the folder { $folder } cannot be made: { $why }
receive-taken-hint = Name another file with -o; or, if it is of the same case, take over what is new with `hudna merge`.
receive-done = { $file }: { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}, all of it as it was signed
receive-done-withheld = { $file }: { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}, { $parts } withheld, all of it as it was signed
receive-by = by
receive-who = { $who } { $id } { $fingerprint }: { $trust }
receive-begun = nothing was done yet in the casebook that was there: it is kept as { $file }, and your name was taken along
receive-compare = compare the head with the one that its sender's `hudna share` printed

## recover

recover-none-lost = nothing is lost that anything in the file speaks of; the casebook is in { $file }
recover-some-lost = not all could be saved; what could is in { $file }
recover-some-lost-hint = Keep the damaged file. `hudna merge` of any other copy, such as a backup, into the new one brings back what it lacks.
recover-saved = saved
recover-lost = lost
recover-withheld = withheld
recover-readable = readable
recover-pages = pages
recover-lost-somewhere = { $n ->
    [one] { $n } entry of which the place is not known
   *[other] { $n } entries of which the place is not known
}
recover-withheld-part = sitting { $sitting }, entry { $entry }, part { $part } ({ $subject }): { $what }
recover-lost-contents = { $n ->
    [one] { $n } part have lost their content in all; --json lists more
   *[other] { $n } parts have lost their content in all; --json lists more
}
recover-sitting = sitting { $sitting }
recover-sitting-lost = of a sitting that is lost too
recover-entry = { $sitting }, entry { $from }
recover-range = { $sitting }, entries { $from } to { $to }
recover-readable-too = { $lost }; { $n } can be read all the same
recover-pages-missing = { $n } not there
recover-pages-unreadable = { $n } not readable
recover-pages-torn = { $n } torn, searched byte by byte
recover-pages-of = of { $n }: { $states }

## rebuild

rebuild-equal = equal: { $n ->
    [one] 1 entry give the tables that were there
   *[other] { $n } entries give the tables that were there
}
rebuild-different = different: { $table }
rebuild-mended = { $tables ->
    [one] { $tables } table
   *[other] { $tables } tables
} did not match the { $n ->
    [one] 1 entry
   *[other] { $n } entries
}; they do now
rebuild-mended-hint = If nothing else writes into the file, please report this: it is a fault of hudna.
