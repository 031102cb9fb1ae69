### Bringing articles in, finding claims in them, and measuring how well that goes.

## import

import-it-said = it said: { $line }
import-same = { $id }  { $n ->
    [one] { $n } claim
   *[other] { $n } claims
}, already there: { $input }
import-version = { $id }  { $n ->
    [one] { $n } claim
   *[other] { $n } claims
}, new version of { $previous }: { $input }
import-new = { $id }  { $n ->
    [one] { $n } claim
   *[other] { $n } claims
}, new: { $input }
import-stopped = stopped: { $n ->
    [one] { $n } input
   *[other] { $n } inputs
} not tried; what is listed as new is in
import-of = { $input }:

## extract

extract-stopped = stopped: { $n ->
    [one] { $n } input
   *[other] { $n } inputs
} not tried
extract-none = no claims found
extract-nothing-to-compare = there is nothing to compare with
extract-nothing-to-compare-hint = Name another program with --with, or put lexicon files into { $folder }.
extract-with-lexicons = with lexicons
extract-without = without
extract-built-in = built-in
again-all-same = nothing to do: extracted by this very version already ({ $version })
again-same = { $n ->
    [one] { $n } document
   *[other] { $n } documents
} extracted by this very version already ({ $version })
again-newer = { $n ->
    [one] { $n } document
   *[other] { $n } documents
} extracted by newer rules, which stay; install that version to work with it, or put yours in their place with --over
again-dry = nothing was written; without --dry-run it would be, and `hudna undo` would take all of it back
again-stopped = stopped: { $n ->
    [one] { $n } document
   *[other] { $n } documents
} not tried; what is listed is kept
again-withdrawn = { $id } is withdrawn and was left as it is
again-done = { $id }  { $numbers }: { $title }
again-numbers = { $new } new, { $gone } gone, { $changed } told otherwise, { $same } the same
again-numbers-touched = { $new } new, { $gone } gone, { $changed } told otherwise, { $same } the same, { $touched } not found but kept, since worked on
compare-sums = { $same } the same, { $differ } with other fields, { $first } only { $left }, { $second } only { $right }
compare-only = only { $side }
compare-same = same
compare-differs = differs: { $left }, or { $right }
compare-or = or
explain-found = { $polarity }, { $kind }, { $quote }, confidence { $confidence }
explain-found-nested = { $polarity }, { $kind }, { $quote }, inside another, confidence { $confidence }
explain-worth = worth
explain-claim = claim
explain-cue-at = cue at
explain-rule = rule
step-named = named at the cue
step-short = a short form of
step-document = a text, whose speaker is
step-left-out = the last speaker that fits (subject left out or a pronoun)
step-he = a pronoun for a man
step-she = a pronoun for a woman
step-it = a pronoun for a body
step-same = goes on for the speaker before
step-fullest = the fullest name and role in the article
step-nobody = nobody is named
step-name = { $step }: { $name }
step-name-role = { $step }: { $name } ({ $role })

## Rules by which claims are found

rule-according = according to
rule-carried = carried from somebody
rule-clause-first = clause before speaker and verb
rule-denials = denials side by side
rule-noun-clause = noun before its clause
rule-noun-saying = noun of saying
rule-noun-content = noun with content
rule-participle = participle goes on
rule-passive = passive
rule-passive-agent = passive with agent
rule-quotation-first = quotation before verb and speaker
rule-quotation-on = quotation goes on
rule-quoted = quoted by another
rule-relative = relative clause
rule-rumour = rumour
rule-in-document = stands in a document
rule-after-quotation = verb after quotation
rule-verb-attached = verb with attached preposition
rule-verb-bare = verb with bare clause
rule-verb-colon = verb with colon
rule-verb-complementiser = verb with complementiser
rule-verb-infinitive = verb with infinitive
rule-verb-object = verb with object
rule-verb-preposition = verb with preposition
rule-verb-pronoun = verb with pronoun object
rule-verb-quotation = verb with quotation
rule-verb-that = verb with that

## score

score-misplaced = { $n } predictions do not fit their article: are their offsets code points of its text?
score-unread = cannot read { $file }: { $why }
score-unread-hint = Check the name, and that you may read it.
score-no-article = { $place }: there is no article { $file } under { $folder }
score-no-article-hint = Give the folder of the labelled articles with --texts.
score-no-utf8 = { $file } is not valid UTF-8
score-sums = { $files } articles, { $without } without a prediction; { $labelled } claims labelled, { $predicted } predicted, { $pairs } pairs
score-exact = EXACT
score-precision = precision
score-recall = recall
score-end-to-end = end to end
score-characters = characters
score-measures = precision { $precision }  recall { $recall }  F1 { $f }
score-confidence = CONFIDENCE
score-claims = CLAIMS
score-mean = MEAN
score-right = RIGHT
score-and-more = { $from } and more
score-calibration = Brier score { $brier }, calibration error { $error }
score-covered = COVERED
score-labelled = LABELLED
score-half = HALF OF
score-share = SHARE
score-found = FOUND
score-precision-column = PRECISION
score-recall-column = RECALL
score-missed = missed
score-extra = extra
score-differs = differs
score-span = span
score-predicted = predicted
score-quote-column = QUOTE
