### Settings and what is wrong with them.

setting-lang = the language of the interface (auto: the system's)
setting-bidi = how the terminal treats right-to-left text (auto: as guessed)
setting-arrows = which way arrow keys move in text: as seen, or in reading order
setting-digits = the digits of numbers and dates on screens
setting-calendar = the calendar of dates on screens
setting-plain = screens for a screen reader: no frames, text in reading order
setting-unknown = there is no setting “{ $name }”
setting-unknown-hint = The settings are { $names }.
setting-bad-value = the setting { $name } cannot be “{ $value }”
setting-bad-value-hint = It may be one of { $values }.
setting-not-toml = it is not TOML: { $what }
setting-not-toml-hint = A line looks so: lang = "ar". `hudna settings` lists what may be set.
setting-at-line = line { $line }: { $what }
