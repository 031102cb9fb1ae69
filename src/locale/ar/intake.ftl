### ما يُدرج وما تجده فيه برامج أخرى.

## المقالات

intake-not-found = لا يوجد ملف أو مجلد باسم { $path }
intake-not-found-hint = راجع الكتابة، وضع الاسم الذي فيه فراغات بين علامتي تنصيص.
intake-unreadable = تعذّرت قراءة { $what }: { $why }
intake-unreadable-hint = تأكد من أن لك إذن قراءته، أو انسخه أولا إلى مكان آخر.
intake-nothing = لا مقالات في المجلد { $path }
intake-nothing-hint = المقالات هي الملفات .txt و.md و.markdown و.text و.html و.htm و.xhtml؛ واذكر غيرها واحدا واحدا.
intake-too-large = حجم { $what } أكبر من { $limit } ميبيبايت
intake-too-large-hint = اقتطع المقالة وحدها وأدرجها.
intake-empty = الملف فارغ
intake-empty-hint = تأكد من أن الملف حُفظ أو نُزّل كاملا.
intake-binary = ليس نصا: { $what }
intake-binary-hint = احفظ المقالة نصا أو بصيغة HTML؛ أما الملفات الأخرى فأرفقها بادعاء دليلا.
intake-type = يرسل الخادم { $mime }، وهذا ليس مقالة
intake-type-hint = نزّل الملف وأرفقه بادعاء دليلا، أو أدرج الصفحة التي تحيل إليه.
intake-invalid = ترميز { $encoding } غير سليم عند البايت { $offset }
intake-invalid-hint = الملف تالف أو مقطوع؛ اجلبه من جديد، أو احفظه بترميز UTF-8 في محرّر نصوص.
intake-encoding = تعذّر التعرف على ترميز النص
intake-encoding-hint = احفظ النص بترميز UTF-8 في محرّر نصوص ثم أدرجه من جديد.
intake-deep = تتداخل عناصر الصفحة إلى عمق يزيد على { $limit }
intake-complex = الصفحة أعقد من أن تُقرأ
intake-complex-hint = انسخ نص المقالة من المتصفح إلى ملف نصي وأدرجه.
intake-no-text = لم يُعثر فيه على نص
intake-no-text-hint = قد لا تُظهر الصفحة نصها إلا في متصفح: انسخه من هناك إلى ملف نصي.
intake-url = عنوان لا يصلح: { $url }
intake-url-hint = يكون العنوان هكذا: https://example.org/article
intake-scheme = لا تُجلب العناوين التي تبدأ بـ{ $scheme }:
intake-scheme-hint = اذكر عنوانا يبدأ بـhttp أو https، أو مسار ملف.
intake-status = أجاب الخادم { $code } { $meaning } عن { $url }
intake-status-hint = افتح العنوان في متصفح، واحفظ الصفحة، ثم أدرج الملف.
intake-redirects = العنوان { $url } يحيل أكثر من { $limit } مرات
intake-redirects-hint = افتح العنوان في متصفح واذكر العنوان الذي ينتهي إليه.
intake-timeout = لم يُجب { $url } في الوقت المحدد
intake-timeout-hint = أعد المحاولة لاحقا، أو احفظ الصفحة في متصفح ثم أدرج الملف.
intake-proxy = ضُبط وكيل من نوع SOCKS لا يدعمه هذا البرنامج
intake-proxy-hint = حدّد وكيلا من نوع http، أو احفظ الصفحة في متصفحك ثم أدرج الملف.
intake-network = تعذّر جلب { $url }: { $why }
intake-network-hint = تأكد من العنوان ومن اتصالك، أو احفظ الصفحة ثم أدرج الملف.

## مستخرِجات أخرى

outside-command = تتعذر تجزئة الأمر إلى كلمات
outside-command-hint = ضع الأمر كله بين علامتي تنصيص، واجعل علامات التنصيص داخله أزواجا: --with 'python3 "my finder.py"'
outside-absent = لا يوجد برنامج باسم { $name }
outside-absent-hint = راجع الكتابة؛ والبرنامج الذي ليس في PATH يُذكر معه مجلده، مثل ./finder.py
outside-start = تعذّر تشغيل { $name }: { $why }
outside-start-hint = تأكد من أن الملف قابل للتنفيذ، أو اذكر البرنامج الذي يشغّله: --with 'python3 finder.py'
outside-failed = أخفق البرنامج { $name }: { $how }
outside-failed-hint = لم يُؤخذ منه شيء. شغّله يدويا على وثيقة صغيرة.
outside-slow = لم ينته البرنامج { $name } خلال { $seconds } ث فأُنهي
outside-slow-hint = لم يُؤخذ منه شيء. أعطه وقتا أطول بالخيار --timeout.
outside-stopped = أُوقف البرنامج { $name }
outside-stopped-hint = لم يُؤخذ منه شيء.
outside-silent = لم يكتب البرنامج { $name } شيئا
outside-silent-hint = البرنامج الذي لا يجد شيئا يقول ذلك بالسطر {"{"}"claims":0{"}"}
outside-too-much = كتب البرنامج { $name } أكثر من { $limit } ميبيبايت
outside-line = السطر { $line } مما كتبه البرنامج { $name }: { $problem }
outside-line-hint = لم يُؤخذ منه شيء. يبيّن docs/extractors.md ما يجوز أن يكتبه البرنامج.

## ما ليس نصا

binary-png-picture = صورة PNG
binary-jpeg-picture = صورة JPEG
binary-gif-picture = صورة GIF
binary-pdf-document = وثيقة PDF
binary-zip-archive-or-an-office-document = أرشيف ZIP أو وثيقة مكتبية
binary-empty-zip-archive = أرشيف ZIP فارغ
binary-sqlite-database = قاعدة بيانات SQLite
binary-gzip-compressed-data = بيانات مضغوطة بـgzip
binary-bzip2-compressed-data = بيانات مضغوطة بـbzip2
binary-xz-compressed-data = بيانات مضغوطة بـxz
binary-zstd-compressed-data = بيانات مضغوطة بـzstd
binary-7-zip-archive = أرشيف 7-Zip
binary-rar-archive = أرشيف RAR
binary-old-office-document = وثيقة مكتبية قديمة
binary-rtf-document = وثيقة RTF
binary-program = برنامج
binary-mp3-recording = تسجيل MP3
binary-recording = تسجيل
binary-film = فيلم
binary-tiff-picture = صورة TIFF
binary-film-or-picture = فيلم أو صورة
binary-webp-picture = صورة WebP
binary-holds-bytes-that-no-text-has = فيه بايتات لا تكون في نص
intake-is-folder = هو مجلد
intake-no-host = لا يوجد خادم بهذا الاسم

## ما تكتبه برامج أخرى

outside-signal = أنهته الإشارة { $signal }
outside-exit-code = رمز الخروج { $code }
outside-ended = أُنهي
line-after-count = يأتي بعد السطر الذي يعدّ الادعاءات
line-count = يعدّ الادعاءات { $told } والمكتوب منها { $written }
line-too-many = تزيد الادعاءات على { $most }
line-repeats = يكرر ادعاء السطر { $before }
line-long = هو أطول من { $limit } كيبيبايت
line-not-utf8 = ترميز UTF-8 فيه غير سليم
line-no-object = ليس كائن JSON
line-json-no-object = هو JSON لكنه ليس كائنا
line-not-json = ليس JSON: { $why }
line-other-document = الحقل document لوثيقة أخرى
line-missing = ينقص الحقل { $field }
line-no-word = لا كلمة بين start وend
line-other-text = الحقل text ليس ما في الموضع { $start }-{ $end } من الوثيقة
line-cue-together = لا يُذكر cue_start إلا مع cue_end
line-via = يسمي الحقل via أكثر من { $most }
line-confidence = الحقل confidence ليس بين 0 و1: { $confidence }
line-no-span = ليس ما بين start وend موضعا في الوثيقة: { $start }-{ $end } من { $length } نقطة ترميز
line-no-cue-span = ليس ما بين cue_start وcue_end موضعا في الوثيقة: { $start }-{ $end } من { $length } نقطة ترميز
line-long-name = الحقل { $field } أطول من { $most } حرفا
line-unsafe = في الحقل { $field } محارف فاعلة أو لا تظهر: { $shown }
line-language = الحقل language ليس رمز لغة مثل ar أو en
line-file = الحقل file لا يسمي ملفا: { $path }
line-not-string = الحقل { $field } ليس نصا
line-not-number = الحقل { $field } ليس عددا
line-beyond = الحقل { $field } أبعد من أي نص: { $number }
intake-connection = رُفض الاتصال
