### Headings of help, and what is told where arguments are not understood.

## Headings of help

refusal-usage-heading = Usage:
refusal-arguments-heading = Arguments:
refusal-options-heading = Options:
refusal-everywhere-heading = Options of every verb:
refusal-verbs-heading = Commands:
refusal-example-heading = Example:
refusal-examples-heading = Examples:
refusal-help-option = Print help (-h for short, --help for all of it)
refusal-version-option = Print version
refusal-default = [default: { $value }]
refusal-possible = [possible values: { $values }]

## Refusals

refusal-unknown = unexpected argument “{ $arg }” found
refusal-verb = unrecognized subcommand “{ $verb }”
refusal-no-value = a value is required for “{ $arg }” but none was supplied
refusal-value = invalid value “{ $value }” for “{ $arg }”
refusal-value-why = invalid value “{ $value }” for “{ $arg }”: { $why }
refusal-missing = the following required arguments were not provided: { $args }
refusal-no-verb = a verb is required here and none was given
refusal-twice = the argument “{ $arg }” cannot be used multiple times
refusal-conflict = the argument “{ $arg }” cannot be used with { $prior }
refusal-too-many = unexpected value “{ $value }” for “{ $arg }” found; no more were expected
refusal-few = “{ $arg }” has too few values or too many
refusal-equals = an equal sign is needed when assigning values to “{ $arg }”
refusal-utf8 = an argument is not text in UTF-8
refusal-possible-hint = Possible values: { $values }.
refusal-meant = Perhaps this was meant: { $meant }
refusal-trailing = To pass it as a value, write: { $typed }
refusal-usage = Usage: `{ $usage }`
refusal-more = For more, see `{ $command }`.
