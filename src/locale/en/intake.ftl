### What is taken in, and what other programs find in it.

## Articles

intake-not-found = there is no file or folder { $path }
intake-not-found-hint = Check the spelling; put quotation marks around a name with spaces.
intake-unreadable = cannot read { $what }: { $why }
intake-unreadable-hint = Check that you may read it, or copy it somewhere else first.
intake-nothing = no article in the folder { $path }
intake-nothing-hint = Articles are .txt, .md, .markdown, .text, .html, .htm and .xhtml files; name others one by one.
intake-too-large = { $what } is larger than { $limit } MiB
intake-too-large-hint = Cut out the article itself and import that.
intake-empty = the file is empty
intake-empty-hint = Check that the file was saved or downloaded completely.
intake-binary = not a text: { $what }
intake-binary-hint = Save the article as text or HTML; attach other files to a claim as evidence instead.
intake-type = the server sends { $mime }, which is not an article
intake-type-hint = Download the file and attach it to a claim as evidence, or import the page that links to it.
intake-invalid = invalid { $encoding } at byte offset { $offset }
intake-invalid-hint = The file is damaged or cut off; fetch it again, or save it as UTF-8 in a text editor.
intake-encoding = the text's encoding could not be recognised
intake-encoding-hint = Save the text as UTF-8 in a text editor and import it again.
intake-deep = the page's elements are nested more than { $limit } deep
intake-complex = the page is too complex to read
intake-complex-hint = Copy the article's text from the browser into a .txt file and import that.
intake-no-text = no text was found in it
intake-no-text-hint = The page may need a browser to show its text: copy it from there into a .txt file.
intake-url = not a usable address: { $url }
intake-url-hint = An address looks like https://example.org/article.
intake-scheme = addresses that begin with { $scheme }: are not fetched
intake-scheme-hint = Give an http or https address, or the path of a file.
intake-status = the server answered { $code } { $meaning } for { $url }
intake-status-hint = Open the address in a browser; save the page and import the file.
intake-redirects = { $url } redirects more than { $limit } times
intake-redirects-hint = Open the address in a browser and give the one it ends at.
intake-timeout = { $url } did not answer in time
intake-timeout-hint = Try again later, or save the page in a browser and import the file.
intake-proxy = a SOCKS proxy is set, which this build does not speak
intake-proxy-hint = Name an http proxy, or save the page in your browser and import the file.
intake-network = cannot fetch { $url }: { $why }
intake-network-hint = Check the address and your connection, or save the page and import the file.

## Other extractors

outside-command = the command cannot be parted into words
outside-command-hint = Put quotation marks around the whole command and in pairs within it: --with 'python3 "my finder.py"'.
outside-absent = there is no program { $name }
outside-absent-hint = Check the spelling; a program that is not in PATH needs its folder, as in ./finder.py.
outside-start = { $name } cannot be run: { $why }
outside-start-hint = Check that the file may be executed, or name the program that runs it: --with 'python3 finder.py'.
outside-failed = { $name } failed: { $how }
outside-failed-hint = Nothing was taken from it. Run it by hand on a small document.
outside-slow = { $name } did not end within { $seconds } s and was ended
outside-slow-hint = Nothing was taken from it. Give it more time with --timeout.
outside-stopped = { $name } was stopped
outside-stopped-hint = Nothing was taken from it.
outside-silent = { $name } wrote nothing
outside-silent-hint = A program that finds nothing says so with the line {"{"}"claims":0{"}"}.
outside-too-much = { $name } wrote more than { $limit } MiB
outside-line = line { $line } of what { $name } wrote: { $problem }
outside-line-hint = Nothing was taken from it. docs/extractors.md says what a program may write.

## What is no text

binary-png-picture = a PNG picture
binary-jpeg-picture = a JPEG picture
binary-gif-picture = a GIF picture
binary-pdf-document = a PDF document
binary-zip-archive-or-an-office-document = a ZIP archive or an office document
binary-empty-zip-archive = an empty ZIP archive
binary-sqlite-database = an SQLite database
binary-gzip-compressed-data = gzip-compressed data
binary-bzip2-compressed-data = bzip2-compressed data
binary-xz-compressed-data = xz-compressed data
binary-zstd-compressed-data = zstd-compressed data
binary-7-zip-archive = a 7-Zip archive
binary-rar-archive = a RAR archive
binary-old-office-document = an old office document
binary-rtf-document = an RTF document
binary-program = a program
binary-mp3-recording = an MP3 recording
binary-recording = a recording
binary-film = a film
binary-tiff-picture = a TIFF picture
binary-film-or-picture = a film or picture
binary-webp-picture = a WebP picture
binary-holds-bytes-that-no-text-has = it holds bytes that no text has
intake-is-folder = it is a folder
intake-no-host = there is no such host

## What other programs write

outside-signal = it was ended by signal { $signal }
outside-exit-code = exit code { $code }
outside-ended = it was ended
line-after-count = it follows the line that counts the claims
line-count = it counts { $told } claims, but { $written } were written
line-too-many = there are more than { $most } claims
line-repeats = it repeats the claim of line { $before }
line-long = it is longer than { $limit } KiB
line-not-utf8 = it is not valid UTF-8
line-no-object = it is no JSON object
line-json-no-object = it is JSON, but no object
line-not-json = it is not JSON: { $why }
line-other-document = document is another one
line-missing = { $field } is missing
line-no-word = there is no word between start and end
line-other-text = text is not what stands at { $start }-{ $end } of the document
line-cue-together = cue_start and cue_end go together
line-via = via names more than { $most }
line-confidence = confidence is not between 0 and 1: { $confidence }
line-no-span = start and end are no span of the document: { $start }-{ $end } of { $length } code points
line-no-cue-span = cue_start and cue_end are no span of the document: { $start }-{ $end } of { $length } code points
line-long-name = { $field } is longer than { $most } characters
line-unsafe = { $field } holds characters that act or do not show: { $shown }
line-language = language is no tag such as ar or en
line-file = file names no file: { $path }
line-not-string = { $field } is not a string
line-not-number = { $field } is not a number
line-beyond = { $field } is beyond any text: { $number }
intake-connection = { $said }
