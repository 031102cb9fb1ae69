### What is not as it was signed.

## Where

fault-of-entry = sitting { $sitting }, entry { $seq }: { $what }
fault-of-sitting = sitting { $sitting }: { $what }

## Chains

fault-checker = its checker is not the one whom its key names
fault-no-sitting = its sitting is not in the file
fault-gap = the entries from { $seq } on are missing or not in their place
fault-clock-back = its clock goes back
fault-unsealed = it ends its action and is not signed
fault-last-unsigned = it is the last and is not signed
fault-count = it should have { $wanted } entries and has { $found }

## Entries

fault-hash = its hash is not that of its header and parts
fault-signature = its signature was not made with its sitting's key
fault-names-unsigned = it names others and is not signed
fault-long-header = its header is too long
fault-header = its header cannot be read: { $why }
fault-columns = its columns are not those of its header
fault-before = it does not name the entry before it
fault-no-hash = it names an entry by what is no hash
fault-sitting-id = its hash is not the sitting's id
fault-other-key = it opens the sitting with another key
fault-no-nonce = it opens the sitting without nonce or casebook
fault-opens = only the first entry opens a sitting, and it must
fault-part-missing = part { $n } is missing
fault-part-of-nothing = part { $n } speaks of nothing
fault-part-form = part { $n } ({ $subject }) is not as a part that is { $state } must be
fault-part-state = part { $n } ({ $subject }) is neither present, withheld nor erased
fault-part-long = part { $n } ({ $subject }) is too long
fault-part-words = the words of part { $n } ({ $subject }) are not those committed to
fault-part-unread = part { $n } ({ $subject }) cannot be read: { $why }
fault-of-part = part { $n }: { $what }

## Bytes

fault-bytes-claimed = it is said to have { $claimed } bytes; none has more than { $largest }
fault-bytes-packed = its bytes cannot be unpacked
fault-bytes-cut = its bytes are not cut as they must be
fault-bytes-more = it has more bytes, and should have { $claimed }
fault-bytes-absent = its bytes are not in the file
fault-bytes-size = it has { $size } bytes and should have { $wanted }
fault-bytes-sha256 = its bytes do not have their SHA-256
fault-bytes-commitment = its bytes are not those committed to

## The file

fault-unread-after = nothing can be read after entry { $last } of the file: { $why }
fault-bomb = its texts and attachments would unpack to far more than the file can honestly hold
fault-clock = the clock kept in the file is not that of any entry
fault-sitting-here = of a sitting it is neither said that it was written in this copy nor that it was not
fault-sitting-not-here = sitting { $sitting } is said to have been written in this copy, and came from elsewhere: it does not know of what lay here before it, or is of another case
fault-not-compared = { $what }, so that the tables were not compared with the journal
fault-erased-untold = what is erased cannot be told: { $why }
fault-table = the table { $table } is not what the journal adds up to
fault-unfoldable = the journal cannot be folded into tables: { $why }
fault-names-absent = entry { $by } of the file names an entry { $hash } that is not here: it was cut off, or left out of a merge
fault-open-not-last = the list of entries that none names holds one that is not the last of its sitting
fault-open-lacks = the list of entries that none names lacks one
fault-open-named = the list of entries that none names holds one that is named
fault-stray-blob = no entry speaks of the blob { $blob }
fault-stray-chunk = there are bytes that belong to no text, file or attachment

## Erasures

fault-erasure-kind = entry { $entry } of the file is an erasure or is kept as one, and is not both
fault-erased-without = a part of { $id } is called erased, and no erasure was done that covers it
fault-erasure-covers = the erasure of { $id } is done and does not say what it covers
fault-erasure-state = what is noted of the erasure of { $id } is not what the journal says was decided here
fault-erased-list = the list of what is erased says of { $id } what no erasure does
fault-erased-there = { $id } is erased and parts of it are there
fault-erased-told = { $id } stands where words are blanked and tells them
fault-erased-unlisted = { $id } was erased and is not in the list of what is
