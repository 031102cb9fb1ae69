### What several verbs say: counts, labels, times, questions, places.

## Ends

cli-error = error: { $message }
cli-hint = hint: { $hint }
cli-failed = failed: { $what }
cli-of = { $of }: { $what }
cli-unsafe-bytes = these bytes are no text and would confuse the terminal
cli-unsafe-bytes-hint = Write them to a file with -o, or into a pipe.
cli-no-json = the result cannot be written as JSON: { $why }
cli-no-field = no field to change was given
cli-no-field-hint = `hudna { $verb } --help` lists the fields.
cli-no-number = it is not a whole number from 0 on
cli-no-jobs = it is not a whole number from 1 to 256
cli-no-seconds = it is not a number of seconds up to a day
cli-no-signals = signals cannot be waited for: { $why }
cli-is-no-file = it is no file
cli-is-no-utf8 = it is not valid UTF-8
cli-too-large = it is larger than { $mib } MiB
cli-no-extractor = no extractor is named

## Counts

count-verdicts = { $n ->
    [one] { $n } verdict
   *[other] { $n } verdicts
}
count-comments = { $n ->
    [one] { $n } comment
   *[other] { $n } comments
}
count-documents = { $n ->
    [one] { $n } document
   *[other] { $n } documents
}
count-evidence = { $n ->
    [one] { $n } piece of evidence
   *[other] { $n } pieces of evidence
}
count-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
count-parts = { $n ->
    [one] { $n } part
   *[other] { $n } parts
}
count-sittings = { $n ->
    [one] { $n } sitting
   *[other] { $n } sittings
}
count-signatures = { $n ->
    [one] { $n } signature
   *[other] { $n } signatures
}
count-blobs = { $n ->
    [one] { $n } blob
   *[other] { $n } blobs
}
count-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}

## Questions

ask-yes-no = { $question } [y/N]
ask-nobody = this wants a word from you, and nobody can be asked
ask-nobody-hint = Nothing was changed. Say --yes to do it.
ask-nobody-fingerprint-hint = Nothing was changed. Say --fingerprint SHA256:… or, if you are sure, --yes.
ask-nothing-changed = nothing was changed
ask-other-fingerprint = the key has another fingerprint: { $fingerprint }
ask-other-fingerprint-hint = Nothing was changed. Either it was told wrongly, or the key is not whose it says: ask them again, over another channel.
ask-fingerprint = fingerprint  { $fingerprint }
ask-compare = compare it with what its holder sees in `hudna whoami`, over another channel
ask-passphrase = Passphrase:
ask-again = Again:
ask-passphrase-of = Passphrase of { $file }:
ask-unlike = the two were not the same
ask-unlike-hint = Nothing was written. Try again.
ask-short = a passphrase of less than eight characters is guessed in no time
ask-short-hint = Nothing was written. Take several words.
ask-no-terminal = there is no terminal to type the passphrase at
ask-no-terminal-hint = Nothing was changed. Name a file that holds it with --passphrase-file.
ask-unread = the passphrase in { $file } cannot be read: { $why }
ask-unread-hint = Nothing was changed.

## A past state

past-state = A past state: as of { $time } UTC by the clocks of those who wrote, { $n } of { $all ->
    [one] { $all } entry
   *[other] { $all } entries
}.
past-no-time = it is no time: write 2026-03-01, “2026-03-01 14:30”, a time by RFC 3339, or how long ago, such as 2h, “3 days ago” or “قبل 3 أيام”
past-not-yet = that time has not come yet

## The casebook that a verb works on

session-upgraded = the casebook was brought to this version's format; as it was, it is kept: { $file }
session-key-ended = your key is { $how } as of { $at }: whatever you write with it is marked for everybody; `hudna key --help` says how to go on with another
session-new = there was no casebook yet: a new one begins in { $file }
session-new-place = the new casebook is at { $file }: { $warning }
session-no-id = “{ $given }” is no id: an id begins with a letter for what it names
session-no-id-hint = c claim, d document, e evidence, v verdict, m comment, k checker, x extraction; `hudna claims` lists claims.
place-no-home = no home folder is known to keep the casebook and the key in
place-no-home-hint = Set HUDNA_HOME to a folder of yours.
ground-a-service = a cloud service
ground-two-services = { $one } or { $other }
ground-shared-disk = a disk that several machines write to
ground-outside = a shared folder of the machine outside
ground-synced = it seems to lie in a folder that { $service } keeps in step, which can tear or fork it: keep it elsewhere and hand copies over with `hudna share`
ground-network = it lies on a network file system ({ $by }), where locks can fail and the last work be lost: keep it on a disk of this machine and hand copies over with `hudna share`

## Files that verbs write

target-folder = { $file } is a folder
target-folder-hint = Name a file in it.
target-precious = { $file } is a casebook, a key or what you know of keys, and is never replaced
target-unwritten = { $file } cannot be written: { $why }
target-unwritten-hint = See whether the folder exists, may be written and has room.
target-taken = { $file } is there already
target-taken-hint = Nothing was written. Choose another name.
target-taken-force-hint = Nothing was written. Choose another name, or replace it with --force.

## The user's own lexicons

lexicons-unusable = the words in { $folder } cannot be used: { $why }
lexicons-unusable-hint = Mend that file, or move it out of the folder. docs/lexicon.md describes these files.
lexicons-unread = the lexicon file { $file } cannot be read: { $why }
lexicons-unread-hint = Mend it, or move it out of that folder. docs/lexicon.md describes these files.
lexicons-too-many = there are more than { $most } files

## The workbench

workbench-no-screen = the workbench needs a terminal to be drawn on
workbench-no-screen-hint = `hudna --help` lists the verbs for scripts, such as `hudna claims --json`.
workbench-blind-alone = --blind before a verb means nothing: it opens the workbench
try-no-folder = no temporary folder can be made: { $why }
try-no-folder-hint = Set TMPDIR to a folder that you may write to.
try-place = This casebook is for trying out: { $file } (left among the temporary files, which the system clears)
try-unwritten = the samples cannot be written: { $why }
