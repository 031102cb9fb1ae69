### cli

## Settings

settings-fault = { $place }: { $what }
settings-fault-hint = { $hint } Nothing was done. `hudna settings` shows what counts; the file can be mended in any editor.
settings-unread = the settings cannot be read: { $place }: { $what }
settings-unread-hint = Nothing was done. See that the file is yours and is text in UTF-8, or move it away.
settings-unwritten = the settings cannot be written: { $place }: { $what }
settings-unwritten-hint = The file is as it was. HUDNA_LANG, HUDNA_BIDI and so on set the same for one run.
settings-kept-hint = { $hint } The file is as it was.
settings-set = { $name } is now { $value } ({ $place })
settings-taken-out = { $name } is no longer set ({ $place })
settings-overridden = { $variable } or an option says otherwise for this run
settings-place = Settings ({ $place })
settings-from-default = ordinary
settings-from-file = from the file
settings-from-option = from the command line

## The terminal

doctor-bidi-guessed = as guessed; --bidi or the setting bidi says otherwise
doctor-which = Which line reads right, 1 to { $last }? Enter changes nothing:
doctor-which-again = Answer with the number of a line or its mode, such as 1 or app.
multiplexer-before = Inside tmux or screen this terminal turns Arabic round: detach, run { $command } in the shell, attach again.
multiplexer-mode = Inside tmux or screen hudna cannot see the terminal: if Arabic comes out turned round, start it with --bidi { $mode }.

progress-proving = reading and proving it
progress-trying = working out what it would bring
progress-taking = taking it over
progress-sharing = making the copy
progress-recovering = saving what can be saved
progress-rebuilding = making the tables anew
progress-past = making the past state
progress-upgrading = bringing the casebook to this version's format
progress-opening = opening it
progress-way = { $done } of { $all } done
