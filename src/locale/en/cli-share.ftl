### Handing copies over, and erasing.

## share

share-question = Write it?
share-nothing-written = nothing was written
share-no-claim = no claim is meant by this query
share-no-claim-hint = Nothing was written. `hudna claims` with the same query lists what is meant.
share-no-checker = no checker of this casebook is called “{ $given }”
share-no-checker-hint = Nothing was written. `hudna trust` lists the checkers; an id, which begins with k, can be cut short.
share-written = { $n } bytes written; the first word above is the file's SHA-256
share-encrypted = encrypted to { $who }
share-head = head { $head }: reports made now carry it, and `hudna verify` of the copy prints the same
share-holds = The copy holds { $present } of { $all ->
    [one] { $all } part
   *[other] { $all } parts
}; { $withheld } withheld, { $erased } erased.
share-tells = What it tells of all of them, since it could not be proved without:
share-entries = entries
share-entries-words = { $n }, from { $first } to { $last }: of each its time, its writer, its kind and what it is about
share-kinds = kinds
share-kind = { $kind } { $n }
share-ids = ids
share-id = { $thing } { $ids } (said: { $here })
share-checker = checker
share-without-name = without name
share-a-checker = a checker without name
share-writer = { $id } ({ $name }), key { $fingerprint }, { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
share-ids-mean = A document's id is the hash of its text (unless it was imported with --private), and a claim's follows from its place in it: whoever has the text can tell that it is in the casebook.
share-redacted = Withheld of { $who } ({ $id }): name, contact, comments. Id, key, times and verdicts stay.
share-not-named = Their names were not found in what goes along; in pictures, packed files and other spellings they are not seen.
share-still-named = Their names, or words of them, still stand in what goes along:
share-times = { $at } ({ $n } times)
share-more = and in { $n ->
    [one] { $n } place
   *[other] { $n } places
} more; --json lists all
share-not-seen = In pictures, packed files and other spellings they are not seen.

## erase

erase-question = It cannot be undone. Type the whole id to erase { $id }:
erase-refused = { $id } stays here; --confirm erases it all the same
erase-none-such = no id here begins with “{ $given }”, and no checker goes by that name
erase-none-such-hint = Nothing was changed. `hudna claims` and `hudna documents` list ids, `hudna trust` lists checkers.
erase-no-reason = a reason must be given
erase-no-reason-hint = Say --why; it is kept, so it must not tell what is erased.
erase-looking = looking for what else tells it
erase-erasing = erasing
erase-would = erasing it would take
erase-will = this goes for good
erase-erased = erased
erase-is-erased = { $id } is erased
erase-other-id = --repeat-id is not { $id }
erase-unchanged-hint = Nothing was changed.
erase-nobody = erasing wants the whole id a second time, and no terminal is there to ask
erase-nobody-hint = Nothing was changed. Say --repeat-id and the whole id.
erase-not-its-id = that is not its id: nothing was changed
erase-none-waits = no erasure waits for you
erase-what-to-do = `hudna erase ID --confirm` erases it here too, `hudna erase ID --refuse --why …` leaves it
erase-waiting = waiting
erase-refused-state = refused
erase-by = erased by
erase-who = { $who }, { $at }
erase-why = why
erase-covers = covers
erase-others = { $n ->
    [one] { $n } other thing
   *[other] { $n } other things
}
erase-points-blanked = { $n ->
    [one] { $n } code point of text blanked
   *[other] { $n } code points of text blanked
}
erase-checker = a checker's name and contact
erase-whole = whole
erase-with-it = with it
erase-shares-words = { $id }, which shares words with it
erase-blanked = blanked
erase-points-of = { $n ->
    [one] { $n } code point of { $id }
   *[other] { $n } code points of { $id }
}
erase-all-bytes = and all of its bytes as received
erase-stays = stays
erase-mentions = { $id }: the same words, file or speaker's name stand there
erase-removed = removed
erase-held-it = { $file }, which held it
erase-not-reached = not reached:
erase-may-hold = { $file }, which may hold it: remove it when no hudna runs
erase-copies-of = the copies of { $who }: ask them to merge yours and confirm
erase-elsewhere = copies that were shared, reports and files written from it, and older versions that the disk,
erase-elsewhere-more = a backup of it or a cloud folder keeps
erase-unswept = it is erased, but free space in the file could not be cleared: { $why }
erase-unswept-hint = It is tried again whenever the casebook is opened: close other programs and run `hudna documents`.
