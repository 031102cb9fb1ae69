### جمع ملفات التحقق وإثباتها وإنقاذها، والتراجع.

## merge

merge-question = أتُدمَج؟
merge-left-out = استُبعدت الجلسة { $sitting }
merge-nothing = لا جديد: كل ما فيه موجود هنا
merge-would-bring = سيجلب الدمج { $n ->
    [zero] لا شيء
    [one] قيدا واحدا
    [two] قيدين
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
}:
merge-brought = جلب الدمج { $n ->
    [zero] لا شيء
    [one] قيدا واحدا
    [two] قيدين
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
}:
merge-new = جديد
merge-changed = تغيّر
merge-filled = استُكمل
merge-filled-parts = { $n ->
    [zero] لا أجزاء
    [one] جزء واحد كان محجوبا
    [two] جزآن كانا محجوبين
    [few] { $n } أجزاء كانت محجوبة
    [many] { $n } جزءا كانت محجوبة
   *[other] { $n } جزء كانت محجوبة
}
merge-erasures = محو
merge-erasures-pending = { $n ->
    [zero] لا عمليات محو
    [one] عملية محو واحدة يمكنك تأكيدها: `hudna erase --pending`
    [two] عمليتا محو يمكنك تأكيدهما: `hudna erase --pending`
    [few] { $n } عمليات محو يمكنك تأكيدها: `hudna erase --pending`
    [many] { $n } عملية محو يمكنك تأكيدها: `hudna erase --pending`
   *[other] { $n } عملية محو يمكنك تأكيدها: `hudna erase --pending`
}
merge-not-taken = لم يؤخذ
merge-not-taken-parts = { $n ->
    [zero] لا أجزاء
    [one] جزء واحد مما مُحي هنا
    [two] جزآن مما مُحي هنا
    [few] { $n } أجزاء مما مُحي هنا
    [many] { $n } جزءا مما مُحي هنا
   *[other] { $n } جزء مما مُحي هنا
}
merge-extractions = { $n ->
    [zero] لا عمليات استخراج
    [one] عملية استخراج واحدة تُسرد بها الوثائق
    [two] عمليتا استخراج تُسرد بهما الوثائق
    [few] { $n } عمليات استخراج تُسرد بها الوثائق
    [many] { $n } عملية استخراج تُسرد بها الوثائق
   *[other] { $n } عملية استخراج تُسرد بها الوثائق
}
merge-untrue = لم يُصدَّق
merge-untrue-parts = { $n ->
    [zero] لا أجزاء
    [one] جزء واحد يُنشئ ما أنشأه غير كاتبه: زوّره أحدهم
    [two] جزآن يُنشئان ما أنشأه غير كاتبهما: زوّرهما أحدهم
    [few] { $n } أجزاء تُنشئ ما أنشأه غير كاتبها: زوّرها أحدهم
    [many] { $n } جزءا يُنشئ ما أنشأه غير كاتبه: زوّره أحدهم
   *[other] { $n } جزء يُنشئ ما أنشأه غير كاتبه: زوّره أحدهم
}
merge-keys = المفاتيح
merge-keys-words = { $n ->
    [zero] لا إفادات عن المفاتيح
    [one] إفادة واحدة عن المفاتيح
    [two] إفادتان عن المفاتيح
    [few] { $n } إفادات عن المفاتيح
    [many] { $n } إفادة عن المفاتيح
   *[other] { $n } إفادة عن المفاتيح
}
merge-ahead = سابق لوقته
merge-ahead-entries = { $n ->
    [zero] لا قيود
    [one] قيد واحد تاريخه يسبق ساعة هذا الجهاز بأكثر من يوم
    [two] قيدان تاريخهما يسبق ساعة هذا الجهاز بأكثر من يوم
    [few] { $n } قيود تاريخها يسبق ساعة هذا الجهاز بأكثر من يوم
    [many] { $n } قيدا تاريخها يسبق ساعة هذا الجهاز بأكثر من يوم
   *[other] { $n } قيد تاريخها يسبق ساعة هذا الجهاز بأكثر من يوم
}
merge-conflict = تعارض
merge-dispute = خلاف
merge-field-sides = { $subject }، { $field }: { $sides }
merge-claim-sides = { $claim }: { $sides }
merge-side-value = «{ $value }» ({ $who })
merge-side-rating = { $rating } ({ $who })
merge-against = في مقابل
merge-by = الكاتب
merge-wrote = { $who }: { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
}، { $trust }
merge-warning = تحذير
merge-namesake = مفتاح آخر يحمل الاسم { $who }: { $other }
merge-dated-back = كانت نهاية هذا المفتاح معروفة هنا قبل ورود هذه القيود: قد يكون حامله أرّخها بتاريخ سابق
merge-own-key = هذا مفتاحك أنت: { $state }. وما تكتبه به من الآن يُوسَم للجميع
merge-key-state = { $who }: { $state }
merge-backup = حُفظ ملف التحقق كما كان في { $file }

## conflicts

conflicts-none = لا تعارض ولا خلاف
conflicts-conflict = تعارض  { $subject } { $field }
conflicts-dispute = خلاف  { $claim }
conflicts-who = { $who }، { $at }
conflicts-who-shown = { $who }، { $at }، وهي المعروضة
conflicts-rating = { $rating }  { $who }، { $at }
conflicts-marked = { $told }، { $mark }
conflicts-by-one = { $command }، من أحدهم
resolve-done = حُسم التعارض: { $field }، { $subject }

## undo and redo

undo-done = أُلغي: { $what }
undo-none = ليس لك ما تتراجع عنه
undo-not-done = لم يُلغَ شيء
redo-done = أُعيد: { $what }
redo-none = ليس هناك ما يعاد
redo-not-done = لم يُعَد شيء
undo-not-done-hint = كتب غيرك فوقه منذ ذلك. والأمر `hudna undo --over` يتخطاه ويتراجع عما فعلته قبله.
undo-erasure-stays = يبقى المحو الذي تلاه: لا رجعة في المحو
undo-kept = بقي كما هو لأنه عُدّل بعد ذلك: { $what }
undo-of = «{ $field }» في { $subject }
undo-and-more = { $what } { $n ->
    [one] وغيره
   *[other] و{ $n } غيره
}

## verify

verify-no-hash = ليست قيمة تجزئة من 64 رقما ست عشريا
verify-faults = { $n ->
    [zero] لا عيوب
    [one] عيب واحد: { $first }
    [two] عيبان، أولهما: { $first }
    [few] { $n } عيوب، أولها: { $first }
    [many] { $n } عيبا، أولها: { $first }
   *[other] { $n } عيب، أولها: { $first }
}
verify-faults-hint = أبق الملف كما هو وقارنه بنسخة أخرى. الأمر `hudna rebuild` يصلح الجداول وحدها، والأمر `hudna recover` ينقذ ما زال يُثبت نفسه.
verify-only-signature = ليس ملف تحقق: فُحص التوقيع الذي بجانبه وحده
verify-not-held = الحالة المطبوعة غير موجودة في ملف التحقق هذا
verify-not-held-hint = إما أنها من ملف تحقق آخر، أو من حالة أحدث مما في هذه النسخة، أو أن قيودا قُطعت. ولا يُعثر على رأس حالة سابقة إلا مع آخر القيود المطبوعة بجانبه: اذكرها أيضا.
verify-held = محفوظ
verify-held-not = غير محفوظ
verify-held-now = هذا رأس ملف التحقق نفسه: هو في تلك الحالة بعينها
verify-held-entry = القيد { $entry } ({ $who }، { $at })
verify-held-all = تلك الحالة كلها هنا كما كانت: { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
} حينها، والمجموع الآن { $all }
verify-held-other = ما تشمله هذه القيود يؤدي إلى رأس غير المذكور
verify-held-seen = كل ما كان لدى كاتبيها موجود هنا: { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
} من أصل { $all }
verify-wrong = معيب  { $fault }
verify-sums = { $sittings }: { $entries }، { $signatures }، { $parts }، { $blobs } بحجم { $bytes }
verify-parts = { $parts }، المحجوب منها { $withheld } والممحو { $erased }
verify-not-compared = لم تُقارَن الجداول بالسجل
verify-other-case = { $n ->
    [zero] لا جلسات من قضية أخرى
    [one] جلسة واحدة من قضية أخرى
    [two] جلستان من قضية أخرى
    [few] { $n } جلسات من قضية أخرى
    [many] { $n } جلسة من قضية أخرى
   *[other] { $n } جلسة من قضية أخرى
}
verify-ahead = { $n ->
    [zero] لا قيود
    [one] قيد واحد تاريخه يسبق ساعة هذا الجهاز بأكثر من يوم
    [two] قيدان تاريخهما يسبق ساعة هذا الجهاز بأكثر من يوم
    [few] { $n } قيود تاريخها يسبق ساعة هذا الجهاز بأكثر من يوم
    [many] { $n } قيدا تاريخها يسبق ساعة هذا الجهاز بأكثر من يوم
   *[other] { $n } قيد تاريخها يسبق ساعة هذا الجهاز بأكثر من يوم
}
verify-unswept = قد يكون ما مُحي باقيا في مواضع خالية من الملف أو في نسخ احتياطية بجانبه: يُزال ذلك حين يفتحه hudna في المرة القادمة
verify-lost = { $n ->
    [zero] لا قيود مفقودة
    [one] قيد واحد فُقد عند إنقاذ ملف التحقق، كما يقول من أنقذه
    [two] قيدان فُقدا عند إنقاذ ملف التحقق، كما يقول من أنقذه
    [few] { $n } قيود فُقدت عند إنقاذ ملف التحقق، كما يقول من أنقذه
    [many] { $n } قيدا فُقدت عند إنقاذ ملف التحقق، كما يقول من أنقذه
   *[other] { $n } قيد فُقدت عند إنقاذ ملف التحقق، كما يقول من أنقذه
}
verify-checker = المدقق
verify-casebook = ملف التحقق
verify-head = رأس السجل
verify-last = آخر القيود
verify-more = { $n ->
    [zero] لا غيرها
    [one] وقيد آخر
    [two] وقيدان آخران
    [few] و{ $n } قيود أخرى
    [many] و{ $n } قيدا آخر
   *[other] و{ $n } قيد آخر
}
verify-all-signed = كله كما وُقّع
verify-ends = قد تنقص من الآخر قيود لم يرها أحد: قارن رأس السجل برأس طُبع من قبل

## receive

receive-no-folder = تعذّر إنشاء المجلد { $folder }: { $why }
receive-taken-hint = اذكر ملفا آخر بالخيار -o، أو خذ الجديد بالأمر `hudna merge` إن كان من القضية نفسها.
receive-done = { $file }: { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
}، وكله كما وُقّع
receive-done-withheld = { $file }: { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
}، المحجوب: { $parts }، وكله كما وُقّع
receive-by = الكاتب
receive-who = { $who } { $id } { $fingerprint }: { $trust }
receive-begun = لم يُعمل شيء بعد في ملف التحقق الذي كان هناك: حُفظ في { $file } ونُقل اسمك منه
receive-compare = قارن رأس السجل بالذي طبعه `hudna share` لدى المرسل

## recover

recover-none-lost = لم يُفقد شيء مما يذكره الملف؛ ملف التحقق في { $file }
recover-some-lost = لم يمكن إنقاذ كل شيء؛ وما أُنقذ في { $file }
recover-some-lost-hint = احتفظ بالملف التالف. ودمج أي نسخة أخرى، كالنسخة الاحتياطية، في الملف الجديد بالأمر `hudna merge` يعيد ما ينقصه.
recover-saved = أُنقذ
recover-lost = مفقود
recover-withheld = محجوب
recover-readable = مقروء
recover-pages = الصفحات
recover-lost-somewhere = { $n ->
    [zero] لا قيود
    [one] قيد واحد لا يُعرف موضعه
    [two] قيدان لا يُعرف موضعهما
    [few] { $n } قيود لا يُعرف موضعها
    [many] { $n } قيدا لا يُعرف موضعها
   *[other] { $n } قيد لا يُعرف موضعها
}
recover-withheld-part = الجلسة { $sitting }، القيد { $entry }، الجزء { $part } ({ $subject }): { $what }
recover-lost-contents = { $n ->
    [zero] لم تفقد أجزاء محتواها
    [one] فقد جزء واحد محتواه إجمالا؛ ويسرد --json المزيد
    [two] فقد جزآن محتواهما إجمالا؛ ويسرد --json المزيد
    [few] فقدت { $n } أجزاء محتواها إجمالا؛ ويسرد --json المزيد
    [many] فقد { $n } جزءا محتواها إجمالا؛ ويسرد --json المزيد
   *[other] فقد { $n } جزء محتواها إجمالا؛ ويسرد --json المزيد
}
recover-sitting = الجلسة { $sitting }
recover-sitting-lost = من جلسة مفقودة أيضا
recover-entry = { $sitting }، القيد { $from }
recover-range = { $sitting }، القيود من { $from } إلى { $to }
recover-readable-too = { $lost }؛ ويمكن مع ذلك قراءة { $n } منها
recover-pages-missing = غير موجودة: { $n }
recover-pages-unreadable = لا تُقرأ: { $n }
recover-pages-torn = ممزقة فُتشت بايتا بايتا: { $n }
recover-pages-of = من أصل { $n }: { $states }

## rebuild

rebuild-equal = مطابق: { $n ->
    [zero] لا قيود
    [one] قيد واحد يعطي الجداول الموجودة نفسها
    [two] قيدان يعطيان الجداول الموجودة نفسها
    [few] { $n } قيود تعطي الجداول الموجودة نفسها
    [many] { $n } قيدا تعطي الجداول الموجودة نفسها
   *[other] { $n } قيد تعطي الجداول الموجودة نفسها
}
rebuild-different = مختلف: { $table }
rebuild-mended = { $tables ->
    [zero] لا جداول تخالف
    [one] جدول واحد كان يخالف
    [two] جدولان كانا يخالفان
    [few] { $tables } جداول كانت تخالف
    [many] { $tables } جدولا كانت تخالف
   *[other] { $tables } جدول كانت تخالف
} السجل (عدد قيوده { $n })، وقد صُحّح ذلك
rebuild-mended-hint = إن لم يكن برنامج آخر يكتب في الملف فنرجو الإبلاغ عن هذا: فهو عيب في hudna.
