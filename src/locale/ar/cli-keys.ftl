### المفاتيح: لمن هي، وما يقال عنها، وما يُشفَّر بها.

## رأي المستخدم في المفتاح

key-you = أنت
key-trusted = موثوق منذ { $at }
key-same-trusted = غير موثوق بذاته، وصاحبه هو نفسه { $names }
key-distrusted = مرفوض منذ { $at }
key-not-trusted = غير موثوق
key-never-seen = لم يُرَ من قبل، غير موثوق

## حال المفتاح

key-reported-lost = أبلغ { $who } عن فقده
key-same = لصاحب { $who } نفسه
key-offers = { $id } ({ $who }) يقول إنه للشخص نفسه، ولم يقل هذا المفتاح ذلك
key-after-end = { $n ->
    [zero] لا قيود مؤرخة بعد نهايته
    [one] قيد واحد مؤرخ بعد نهايته: لا تعتمد عليه
    [two] قيدان مؤرخان بعد نهايته: لا تعتمد عليهما
    [few] { $n } قيود مؤرخة بعد نهايته: لا تعتمد عليها
    [many] { $n } قيدا مؤرخة بعد نهايته: لا تعتمد عليها
   *[other] { $n } قيد مؤرخة بعد نهايته: لا تعتمد عليها
}
key-because = { $what }: { $why }
key-revoked-by = ملغى ابتداء من { $at }، ألغاه { $who }
key-lost-says = مفقود ابتداء من { $at }، كما يقول { $who }
key-replaced-by = حلّ محله { $next } في { $at }
key-given-up = تُرك في { $at } لصالح { $next } الذي لم يؤكد ذلك
key-namesake = { $id } { $fingerprint } ({ $trust })
key-namesake-trusted = { $fingerprint }، وأنت تثق به
key-none-such = لا مدقق هنا اسمه أو معرّفه أو بصمته «{ $given }»
key-none-such-hint = الأمر `hudna trust` يسرد مدققي ملف التحقق.
key-several = «{ $given }» يدل على أكثر من مفتاح: { $ids }
key-several-hint = لم يتغير شيء. اذكر المعرّف: فالاسم لا يثبت من هو صاحبه.
key-begins-several = «{ $given }» بداية أكثر من معرّف
key-begins-several-hint = لم يُنفَّذ شيء. اذكر محارف أكثر من المعرّف.

## trust

trust-taken-back = سُحب ما قلته: { $who } ({ $id })
trust-nothing-said = لم يُقل عنه شيء: { $who } ({ $id })
trust-distrusted = مرفوض: { $who } { $fingerprint }
trust-own = هذا مفتاحك أنت
trust-namesake-warning = تحذير: مفتاح آخر يحمل هذا الاسم: { $other }
trust-ended = هذا المفتاح { $how } في ملف التحقق
trust-ended-hint = لم يتغير شيء. ثق بالمفتاح الذي يستعمله صاحبه الآن.
trust-question = أهذا مفتاح { $who }؟
trust-trusted = موثوق: { $who } { $fingerprint }
trust-no-name = (بلا اسم)
trust-fingerprint = البصمة
trust-trust = الثقة
trust-note = ملاحظة
trust-key = المفتاح
trust-first-met = أول ظهور
trust-here = { $at } على هذا الجهاز
trust-wrote = كتب
trust-entries = { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
}، أولها في { $at } بساعة كاتبه
trust-nothing-here = لا شيء هنا
trust-namesake = مفتاح آخر يحمل هذا الاسم: { $other }
trust-elsewhere = في مكان آخر

## key

key-nothing-changed-hint = لم يتغير شيء.
key-no-key = ليس لك مفتاح بعد
key-no-key-hint = أول كتابة لك تصنعه، مثل `hudna whoami --name NAME`.
key-unreadable = تعذّرت قراءة المفتاح العام
key-no-ed25519 = { $what } ليس مفتاح Ed25519 عاما بصيغة OpenSSH
key-this = هذا
key-that-is = ذلك المفتاح { $how }
key-device-question = أهذا المفتاح لك أيضا؟
key-device-linked = رُبطا: { $id } وهذا المفتاح لشخص واحد
key-device-said = سُجّل: { $id } لك أيضا
key-device-counts = يسري ذلك حين يقول المفتاح الآخر مثله: ادمج هذا الملف هناك ثم نفّذ هناك `{ $command }`
key-exported = صُدّر إلى { $file }
key-found-not-reported = لم تُبلغ أنت عن فقد هذا المفتاح
key-found-not-reported-hint = لم يتغير شيء. لا يسحب البلاغ إلا من قدّمه.
key-found = وُجد ثانية: { $id } { $who }
key-import-same = هو مفتاحك من قبل: { $fingerprint }
key-imported = استُورد: { $fingerprint }
key-import-aside = المفتاح الذي كان هنا محفوظ في { $file }
key-import-yours = لتقول إنه لك أيضا: `hudna key replace --old` مع ذلك الملف، في كل ملف تحقق
key-lost = أُبلغ عن فقده: { $id } { $who }
key-replace-old-question = أحلّ { $to } محل { $from }؟
key-replace-question = أتترك مفتاحك لمفتاح جديد؟
key-replaced = استُبدل: { $fingerprint }
key-replaced-with = بالمفتاح
key-old-kept = المفتاح القديم محفوظ في { $file }
key-revoke-no-word = لم يكتب مفتاحك شيئا في ملف التحقق هذا
key-revoke-no-word-hint = لم يتغير شيء؛ ليس هنا ما يُلغى.
key-revoke-others = لا يلغي المفتاحَ إلا صاحبه: به أو بمفتاح آخر له
key-revoke-others-hint = لم يتغير شيء. الأمر `hudna key device` يقول، من الجهتين، إن المفتاحين لشخص واحد؛ والأمر `hudna key lost` يُبلغ عن فقد مفتاح غيرك.
key-revoke-question = أتلغي هذا المفتاح نهائيا؟
key-revoked = أُلغي: { $fingerprint }
key-revoked-kept = هو محفوظ في { $file }
key-revoked-elsewhere = لإلغائه في ملف تحقق آخر: استورده هناك بالأمر `hudna key import` وكرّر الإلغاء
key-revoked-next = كتابتك التالية تصنع مفتاحا جديدا؛ شارك ملف التحقق هذا ليعلم الآخرون
key-revoke-what = { $id } { $fingerprint }، { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
}
key-stays-linked = يبقى مرتبطا: { $id } { $who }
key-no-date = ليس تاريخا مثل 2026-03-01 أو "2026-03-01 14:30"
key-id = المعرّف
key-file = الملف

## whoami and publisher

whoami-nobody = ليس لك مفتاح ولا اسم في ملف التحقق هذا بعد
whoami-nobody-hint = الأمر `hudna whoami --name NAME` يضبط الاسم؛ وأول كتابة لك تصنع المفتاح.
whoami-not-given = (غير مذكور)
whoami-name = الاسم
whoami-contact = الاتصال
publisher-url = الرابط

## التواقيع بجانب الملفات

sign-signed = وُقّع: { $file }
sign-good = توقيع صحيح، صاحبه { $who }: { $trust }

## التشفير

seal-keys-in = المفاتيح التي في { $file }
seal-nobody = لا أحد يُشفَّر له باسم «{ $given }»
seal-nobody-hint = لم يُكتب شيء. اذكر مفتاح age1… أو مفتاح ssh-ed25519 عاما أو ملفا فيه مفاتيح كهذه أو مدققا من ملف التحقق هذا.
seal-several = «{ $given }» اسم لعدة مدققين: { $who }
seal-several-hint = لم يُكتب شيء. قارن البصمات بما يرونه في `hudna key show` واذكر المعرّف.
seal-not-used = لا ينبغي استعمال مفتاح { $who }: { $why }
seal-another-key-hint = لم يُكتب شيء. اطلب منه مفتاحا آخر.
seal-unusable = لا يمكن التشفير بالمفتاح { $fingerprint }
seal-unusable-hint = لم يُكتب شيء. اطلب منه مفتاحا آخر، كأن يصنعه بالأداة `age-keygen`.
seal-compare = { $who }: قارن البصمة بما يراه في `hudna key show`
seal-who = { $who } { $id } ({ $fingerprint })، { $trust }
