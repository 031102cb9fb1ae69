### Keys: whose they are, what is said of them, and what is encrypted to them.

## What a person makes of a key

key-you = you
key-trusted = trusted since { $at }
key-same-trusted = not trusted by itself; the same person as { $names }
key-distrusted = DISTRUSTED since { $at }
key-not-trusted = not trusted
key-never-seen = never seen before, not trusted

## What stands of a key

key-reported-lost = reported lost by { $who }
key-same = the same person's as { $who }
key-offers = { $id } ({ $who }) says to be the same person, which this key has not said
key-after-end = { $n ->
    [one] { $n } entry dated after its end: do not rely on them
   *[other] { $n } entries dated after its end: do not rely on them
}
key-because = { $what }: { $why }
key-revoked-by = REVOKED as of { $at } by { $who }
key-lost-says = LOST as of { $at }, says { $who }
key-replaced-by = replaced by { $next } on { $at }
key-given-up = given up on { $at } for { $next }, which has not confirmed it
key-namesake = { $id } { $fingerprint } ({ $trust })
key-namesake-trusted = { $fingerprint }, whom you trust
key-none-such = no checker here has the name, id or fingerprint “{ $given }”
key-none-such-hint = `hudna trust` lists the checkers of the casebook.
key-several = “{ $given }” means more than one key: { $ids }
key-several-hint = Nothing was changed. Give the id: a name is no proof of who it is.
key-begins-several = “{ $given }” begins more than one id
key-begins-several-hint = Nothing was done. Give more characters of the id.

## trust

trust-taken-back = taken back: { $who } ({ $id })
trust-nothing-said = nothing was said of it: { $who } ({ $id })
trust-distrusted = distrusted: { $who } { $fingerprint }
trust-own = that is your own key
trust-namesake-warning = warning: another key goes by that name: { $other }
trust-ended = this key is { $how } in the casebook
trust-ended-hint = Nothing was changed. Trust the key that its holder uses now.
trust-question = Is this the key of { $who }?
trust-trusted = trusted: { $who } { $fingerprint }
trust-no-name = (no name)
trust-fingerprint = fingerprint
trust-trust = trust
trust-note = note
trust-key = key
trust-first-met = first met
trust-here = { $at } on this machine
trust-wrote = wrote
trust-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}, the first { $at } by its writer's clock
trust-nothing-here = nothing here
trust-namesake = another key goes by that name: { $other }
trust-elsewhere = elsewhere

## key

key-nothing-changed-hint = Nothing was changed.
key-no-key = you have no key yet
key-no-key-hint = Your first write makes it, such as `hudna whoami --name NAME`.
key-unreadable = its public key cannot be read
key-no-ed25519 = { $what } is no public Ed25519 key in OpenSSH's format
key-this = this
key-that-is = that key is { $how }
key-device-question = Is this key yours too?
key-device-linked = linked: { $id } and this key are one person's
key-device-said = said: { $id } is yours too
key-device-counts = it counts when the other key says the same: merge this there, and there `{ $command }`
key-exported = exported: { $file }
key-found-not-reported = you did not report this key lost
key-found-not-reported-hint = Nothing was changed. Only whoever reported it takes it back.
key-found = found again: { $id } { $who }
key-import-same = it is your key already: { $fingerprint }
key-imported = imported: { $fingerprint }
key-import-aside = the key that was here is kept: { $file }
key-import-yours = to say that it is yours too: `hudna key replace --old` that file, in each casebook
key-lost = reported lost: { $id } { $who }
key-replace-old-question = { $from } is replaced by { $to }?
key-replace-question = Give up your key for a new one?
key-replaced = replaced: { $fingerprint }
key-replaced-with = by
key-old-kept = the old key is kept: { $file }
key-revoke-no-word = your key wrote nothing in this casebook
key-revoke-no-word-hint = Nothing was changed; there is nothing to revoke here.
key-revoke-others = only its holder revokes a key: with itself, or with another key of theirs
key-revoke-others-hint = Nothing was changed. `hudna key device` says, on both, that two keys are one person's; `hudna key lost` reports another's key.
key-revoke-question = Revoke this key for good?
key-revoked = revoked: { $fingerprint }
key-revoked-kept = it is kept: { $file }
key-revoked-elsewhere = to revoke it in another casebook, `hudna key import` it there and say so again
key-revoked-next = your next write makes a new key; share this casebook, so that others learn of it
key-revoke-what = { $id } { $fingerprint }, { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
key-stays-linked = stays linked: { $id } { $who }
key-no-date = it is no date such as 2026-03-01 or "2026-03-01 14:30"
key-id = id
key-file = file

## whoami and publisher

whoami-nobody = you have no key and no name in this casebook yet
whoami-nobody-hint = `hudna whoami --name NAME` sets one; your first write makes the key.
whoami-not-given = (not given)
whoami-name = name
whoami-contact = contact
publisher-url = url

## Signatures beside files

sign-signed = signed: { $file }
sign-good = signature good, by { $who }: { $trust }

## Encryption

seal-keys-in = the keys in { $file }
seal-nobody = nobody to encrypt to is called “{ $given }”
seal-nobody-hint = Nothing was written. Give an age1… key, an ssh-ed25519 public key, a file with such keys, or a checker of this casebook.
seal-several = “{ $given }” is the name of several checkers: { $who }
seal-several-hint = Nothing was written. Compare the fingerprints with what they see in `hudna key show`, and give the id.
seal-not-used = the key of { $who } is not to be used: { $why }
seal-another-key-hint = Nothing was written. Ask them for another key.
seal-unusable = nothing can be encrypted to the key { $fingerprint }
seal-unusable-hint = Nothing was written. Ask them for another key, such as one made with `age-keygen`.
seal-compare = { $who }: compare the fingerprint with what they see in `hudna key show`
seal-who = { $who } { $id } ({ $fingerprint }), { $trust }
