### ملف التحقق وما قد يعيبه.

## الملف والقرص

casebook-missing = لا يوجد ملف تحقق في { $path }
casebook-missing-hint = تأكد من المسار، أو أدرِج مقالة ليُنشأ الملف هناك.
casebook-not-one = الملف { $path } ليس ملف تحقق من hudna
casebook-not-one-hint = لم يُمَسّ الملف. حدّد ملفا آخر بالخيار --db أو بالمتغير HUDNA_DB؛ وإن كان الملف تالفا أنقذ الأمر `hudna recover` ما يمكن إنقاذه منه.
casebook-strange = عُدِّل الملف { $path } ببرنامج غير hudna: { $what }
casebook-strange-hint = لم يُمَسّ الملف ولم يُنفَّذ شيء مما فيه. الأمر `hudna recover` ينشئ ملف تحقق سليما مما تثبت صحته منه.
casebook-logged = بجانب { $path } الملف { $beside }، وبرنامج hudna لا يترك ملفا كهذا: وضعه هناك برنامج آخر أو مجلد سحابي
casebook-logged-hint = لم يتغير شيء. فتح ملف التحقق الآن يكتب فوقه ما في ذلك الملف. انقل ذلك الملف إلى مكان آخر ثم تابع؛ والأمر `hudna verify` يبيّن هل ملف التحقق كما وُقّع.
casebook-gone-kept = حذف برنامج آخر الملف { $path } وهو مفتوح؛ حُفظ محتواه، ومعه هذا الإجراء، في { $rescue }
casebook-gone-unkept = حذف برنامج آخر الملف { $path } وهو مفتوح؛ لم يُحفظ هذا الإجراء، وما كان مفتوحا محفوظ في { $rescue }
casebook-replaced-kept = وضع برنامج آخر ملفا آخر مكان { $path } وهو مفتوح؛ حُفظ محتواه، ومعه هذا الإجراء، في { $rescue }
casebook-replaced-unkept = وضع برنامج آخر ملفا آخر مكان { $path } وهو مفتوح؛ لم يُحفظ هذا الإجراء، وما كان مفتوحا محفوظ في { $rescue }
casebook-gone-hint = أعد إلى ذلك الملف اسمه القديم لمواصلة العمل عليه. وإن كان برنامج تخزين سحابي هو السبب فاحفظ ملف التحقق في مكان آخر.
casebook-replaced-hint = ادمج ذلك الملف بالأمر `hudna merge` في ملف التحقق الموجود هناك الآن. وإن كان برنامج تخزين سحابي هو السبب فاحفظ ملف التحقق في مكان آخر.
casebook-adrift = وضع برنامج آخر ملفا مكان { $path } أو حذفه، وتعذّر حفظ ما هو مفتوح في مكان آخر: { $what }
casebook-adrift-hint = لم يُكتب هذا الإجراء. ما كُتب قبله ما زال مفتوحا: أبقِ البرنامج يعمل، وأفسِح مكانا على القرص، ثم أعد المحاولة.
casebook-newer = أُنشئ الملف { $path } بإصدار أحدث من hudna (الصيغة { $found }؛ وهذا الإصدار يقرأ حتى الصيغة { $known })
casebook-newer-hint = لم يُمَسّ الملف. ثبّت الإصدار الأحدث لفتحه.
casebook-upgrade = ملف التحقق بالصيغة { $from }، وتعذّرت ترقيته إلى الصيغة { $to }: { $what }
casebook-busy = ملف التحقق يستعمله برنامج آخر الآن
casebook-busy-hint = لم يتغير شيء. أعد المحاولة بعد أن ينتهي البرنامج الآخر.
casebook-damaged = ملف التحقق تالف: { $what }
casebook-damaged-hint = لم يُكتب شيء. أبقِ الملف كما هو؛ فالأمر `hudna recover` ينقذ ما يمكن إنقاذه منه إلى ملف جديد.
casebook-full = القرص ممتلئ
casebook-full-hint = لم يُحفظ شيء من هذا الإجراء، وكل عمل سابق سليم. أفسِح مكانا على القرص ثم أعد المحاولة.
casebook-disk = تعذّرت قراءة ملف التحقق أو الكتابة فيه: { $what }
casebook-disk-hint = لم يُحفظ شيء من هذا الإجراء، وكل عمل سابق سليم. تأكد من أن القرص موصول وفيه متسع، ثم أعد المحاولة؛ والأمر `hudna verify` يثبت سلامة كل شيء.
casebook-no-room = لم يبق متسع على القرص الذي فيه { $path }
casebook-no-room-hint = لم يُحفظ شيء منه. أفسِح مكانا هناك ثم أعد المحاولة.
casebook-read-only = تتعذر الكتابة في ملف التحقق: { $what }
casebook-read-only-hint = لم يتغير شيء. راجع أذونات الملف ومجلده. والنسخة المرسَلة تُهيّأ للبحث حين تُفتح أول مرة: فحيث لا تمكن الكتابة يفحصها `hudna verify FILE`، ويبدأ منها `hudna receive FILE` ملف تحقق لك.
casebook-file-hint = لم يتغير شيء. تأكد من وجود الملف ومجلده ومن أذوناتك فيه ومن أن في القرص متسعا.
casebook-stopped-hint = لم يُحفظ شيء منه.
casebook-database = رفضت قاعدة البيانات: { $what }
casebook-database-hint = لم يُحفظ شيء من هذا الإجراء.

## ما يُطلب

casebook-not-found = { $what ->
    [document] لا توجد وثيقة يبدأ معرّفها بـ«{ $given }»
    [claim] لا يوجد ادعاء يبدأ معرّفه بـ«{ $given }»
    [evidence] لا يوجد دليل يبدأ معرّفه بـ«{ $given }»
    [verdict] لا يوجد حكم يبدأ معرّفه بـ«{ $given }»
    [comment] لا يوجد تعليق يبدأ معرّفه بـ«{ $given }»
    [checker] لا يوجد مدقق يبدأ معرّفه بـ«{ $given }»
    [extraction] لا يوجد استخراج يبدأ معرّفه بـ«{ $given }»
   *[other] لا شيء يبدأ معرّفه بـ«{ $given }»
}
casebook-not-found-hint = الأمران `hudna claims` و`hudna documents` يعرضان المعرّفات.
casebook-ambiguous = يبدأ بـ«{ $given }» أكثر من معرّف: { $ids }
casebook-ambiguous-hint = اكتب مزيدا من حروف المعرّف.
casebook-erased = { $what ->
    [document] مُحيت الوثيقة { $id }
    [claim] مُحي الادعاء { $id }
    [evidence] مُحي الدليل { $id }
    [verdict] مُحي الحكم { $id }
    [comment] مُحي التعليق { $id }
    [checker] مُحيت بيانات المدقق { $id }
   *[other] مُحي { $id }
}
casebook-erased-hint = لم يبق منه شيء. الأمر `hudna log` مع المعرّف يبيّن من محاه ومتى ولماذا.
casebook-not-here-hint = حُجب عن هذه النسخة، أو مُحي. والدمج مع نسخة فيها المحجوب يكمل ما حُجب.
not-here-received = بايتات { $id } كما وردت ليست في ملف التحقق هذا
not-here-text = نص { $id } ليس في ملف التحقق هذا
not-here-bytes = بايتات { $id } ليست في ملف التحقق هذا
casebook-overlaps = تشترك ادعاءات أخرى في كلمات مع { $claim }: { $claims }
casebook-overlaps-hint = لم يتغير شيء، فكلماتها ستبقى تقول ما مُحي. والخيار --overlapping يمحوها أيضا.
casebook-invalid-hint = لم يتغير شيء.
casebook-past = لا يُكتب في حالة سابقة
casebook-past-hint = لم يتغير شيء. احذف الخيار --as-of للعمل على ملف التحقق.
casebook-not-begun = بدأ ملف التحقق بعد ذلك، في { $time }
casebook-not-begun-hint = اكتب وقتا لاحقا.

## المفاتيح والتواقيع

casebook-key = لا يمكن استعمال مفتاح التوقيع في { $path }: { $why }
casebook-key-hint = لم يُكتب شيء. استعد المفتاح من نسخة احتياطية، أو انقله من مكانه ليُنشأ مفتاح جديد.
casebook-key-not-made = تعذّر إنشاء مفتاح التوقيع في { $path }: { $what }
casebook-key-not-made-hint = لم يُكتب شيء. تأكد من وجود المجلد وأن فيه متسعا ومن أذوناتك فيه.
casebook-key-file = ملف المفتاح { $path }: { $why }
casebook-key-file-hint = لم يتغير شيء، ومفتاحك في مكانه.
casebook-passphrase = ليست هذه عبارة المرور الخاصة بالملف { $path }
casebook-passphrase-hint = لم يتغير شيء. لا يستطيع أحد فتحه بلا عبارة المرور.
casebook-signature = التوقيع { $path }: { $why }
casebook-signature-hint = لا تعتمد على الملف. اطلب ممن أرسله بصمة SHA-256، أو اطلب الملف والتوقيع من جديد.
casebook-trust-file = قائمة المفاتيح الموثوقة في { $path }: { $why }
casebook-trust-file-hint = لم يتغير شيء. هذا ملف نصي لك: أصلحه، أو انقله من مكانه لتبدأ من جديد.

## ملفات من آخرين

casebook-unsound = الملف { $path } ليس كما وُقّع: { $first }{ $more ->
    [zero] {""}
    [one] {" "}(وعيب آخر)
    [two] {" "}(وعيبان آخران)
    [few] {" "}(و{ $more } عيوب أخرى)
    [many] {" "}(و{ $more } عيبا آخر)
   *[other] {" "}(و{ $more } عيب آخر)
}
casebook-unsound-hint = لم يُؤخذ منه شيء. اطلب نسخة أخرى، أو استثنِ الجلسة بالخيار --without مع أول معرّفها.
casebook-forked = القيد { $seq } من الجلسة { $sitting } في { $path } غير القيد الموجود هنا
casebook-forked-hint = لم يُؤخذ شيء. عُبث بأحد الملفين: افحص كليهما بالأمر `hudna verify`، أو استثنِ الجلسة بالخيار --without.
casebook-lacking = القيد { $seq } من الجلسة { $sitting } في { $path } يسمي قيدا { $hash } ليس فيه ولا هنا: فقد قُطع، أو تُرك في دمج، أو لم يكن قط
casebook-lacking-hint = لم يُؤخذ شيء. إن كان القيد في ملف آخر فادمج الملفين معا. أو استثنِ الجلسة بالأمر `hudna merge --without` مع أول معرّفها، أو خذ كل شيء كما هو بالأمر `hudna merge --incomplete`: وعندئذ يظل `hudna verify` يفتقد ذلك القيد دائما.
casebook-other-case = في الملف { $path } قيود من قضية أخرى ({ $casebook })
casebook-other-case-hint = لم يُؤخذ شيء. إن كان مكانها هنا رغم ذلك فأضف الخيار --other-case.
casebook-nothing-saved = تعذّر إنقاذ أي شيء من الملف { $path }
casebook-readable-saved-hint = لم يُمَسّ الملف. وما أمكنت قراءته من كلمات موجود في { $file }.
casebook-nothing-saved-hint = لم يُمَسّ الملف. إن وُجدت نسخة احتياطية أو نسخة أخرى فواصل العمل عليها.
foreign-missing = لا يوجد ملف { $path }
foreign-missing-hint = تأكد من المسار.
foreign-not-a-file = المسار { $path } ليس ملفا
foreign-copy = تعذّرت كتابة نسخة خاصة من { $path }: { $what }
foreign-rights-hint = لم يُمَسّ الملف. اطلب من صاحبه إذن قراءته، أو نسخة مصنوعة بالأمر `hudna share`.
foreign-file-hint = لم يُمَسّ الملف. فهو يُقرأ من نسخة خاصة تحتاج إلى متسع وإلى إذن الكتابة بجانب ملف التحقق الخاص بك؛ راجع أذوناتك هناك.
foreign-not-one-hint = لم يُمَسّ الملف. اذكر ملفا صُنع بالأمر `hudna share`.
foreign-newer-hint = لم يُمَسّ الملف. ثبّت الإصدار الأحدث لقراءته.
foreign-too-large-hint = لم يُمَسّ الملف.
foreign-unfinished = بجانب { $path } الملف { $beside }: فآخر تعديل ليس في الملف نفسه
foreign-unfinished-hint = لم يُمَسّ الملف. افتحه ببرنامج hudna حيث كُتب، ثم سلّم نسخة مصنوعة بالأمر `hudna share`.
foreign-write-ahead = الملف { $path } في وضع write-ahead: فقد ينقصه وحده آخر عمل
foreign-write-ahead-hint = لم يُمَسّ الملف. اطلب من مرسله نسخة مصنوعة بالأمر `hudna share`.
foreign-changing = كان الملف { $path } يُكتب فيه وهو يُقرأ
foreign-changing-hint = لم يُمَسّ الملف. أعد المحاولة حين لا يكتب فيه شيء.
foreign-damaged-hint = لم يُمَسّ الملف ولم يُؤخذ منه شيء. اطلب نسخة أخرى، أو أنقذ ما يمكن إنقاذه بالأمر `hudna recover`.
foreign-schema = جداول الملف { $path } ليست جداول ملف تحقق: { $what }
foreign-schema-hint = لم يُمَسّ الملف ولم يُؤخذ منه شيء. عُدِّل ببرنامج غير hudna، فاسأل عن مصدره.
foreign-stopped-hint = لم يتغير شيء.

## النسخ المشفَّرة

seal-recipient = لا يصلح «{ $given }» مفتاحا يُشفَّر له: { $why }
seal-recipient-hint = لم يُكتب شيء. اذكر مفتاحا من نوع age1… أو مفتاحا عاما من نوع ssh-ed25519 أو ملفا فيه مثل هذه المفاتيح أو أحد مدققي هذا الملف.
seal-keys = تعذّرت قراءة مفتاح من { $path }: { $why }
seal-keys-hint = لم يُنفَّذ شيء. يجب أن يكون مفتاح OpenSSH خاصا أو ملفا فيه AGE-SECRET-KEY-1…
seal-no-key = الملف { $path } مشفَّر، وليس لك مفتاح بعد
seal-no-key-hint = لم يُمَسّ الملف. حدّد المفتاح الذي شُفِّر له بالخيار --identity؛ والأمر `hudna key show` يعرض مفتاحك.
seal-wrong-key = الملف { $path } ليس مشفَّرا لهذا المفتاح
seal-wrong-key-hint = لم يُمَسّ الملف. حدّد المفتاح الصحيح بالخيار --identity، أو أرسل إلى مرسله المفتاح العام الذي يعرضه الأمر `hudna key show`.
seal-passphrase = الملف { $path } مشفَّر بعبارة مرور لا لمفتاح
seal-passphrase-hint = لم يُمَسّ الملف. افتحه أولا بالأمر `age --decrypt -o FILE`.
seal-locked = لم تُكتب عبارة مرور المفتاح، أو ليست الصحيحة
seal-locked-hint = لم يُنفَّذ شيء. أعد المحاولة في طرفية، حيث تُسأل عنها.
seal-damaged-hint = لم يُمَسّ الملف. اطلب من مرسله نسخة أخرى.
seal-too-large-hint = لم يُمَسّ الملف.
seal-file-hint = لم يُحفظ شيء منه. ما يُفتح يبقى حينا بجانب ملف التحقق الخاص بك، ويلزمه متسع هناك.
seal-stopped-hint = لم يُحفظ شيء منه.
