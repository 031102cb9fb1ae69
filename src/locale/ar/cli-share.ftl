### تسليم النسخ، والمحو.

## share

share-question = أتُكتب؟
share-nothing-written = لم يُكتب شيء
share-no-claim = لا ادعاء يوافق هذا الاستعلام
share-no-claim-hint = لم يُكتب شيء. الأمر `hudna claims` مع الاستعلام نفسه يسرد ما يوافقه.
share-no-checker = لا مدقق في ملف التحقق هذا باسم «{ $given }»
share-no-checker-hint = لم يُكتب شيء. الأمر `hudna trust` يسرد المدققين؛ ويمكن اختصار المعرّف الذي يبدأ بالحرف k.
share-written = { $n ->
    [zero] لم تُكتب بايتات
    [one] كُتب بايت واحد
    [two] كُتب بايتان
    [few] كُتبت { $n } بايتات
    [many] كُتب { $n } بايتا
   *[other] كُتب { $n } بايت
}؛ والكلمة الأولى أعلاه بصمة SHA-256 للملف
share-encrypted = مشفّر لأجل { $who }
share-head = رأس السجل { $head }: تحمله التقارير التي تُعدّ الآن، ويطبعه `hudna verify` للنسخة
share-holds = في النسخة { $present } من أصل { $all ->
    [zero] لا أجزاء
    [one] جزء واحد
    [two] جزأين
    [few] { $all } أجزاء
    [many] { $all } جزءا
   *[other] { $all } جزء
}؛ المحجوب { $withheld } والممحو { $erased }.
share-tells = ما تُفصح عنه من الأجزاء كلها، إذ لا تُثبت دونه:
share-entries = القيود
share-entries-words = { $n }، من { $first } إلى { $last }: وقت كل منها وكاتبه ونوعه وموضوعه
share-kinds = الأنواع
share-kind = { $kind } { $n }
share-ids = المعرّفات
share-id = { $thing } { $ids } (محتواه هنا: { $here })
share-checker = المدقق
share-without-name = بلا اسم
share-a-checker = مدقق بلا اسم
share-writer = { $id } ({ $name })، المفتاح { $fingerprint }، { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
}
share-ids-mean = معرّف الوثيقة محسوب من نصها (ما لم تُدرج بالخيار --private)، ومعرّف الادعاء محسوب من موضعه فيها: فمن كان لديه النص عرف أنه في ملف التحقق.
share-redacted = المحجوب عن { $who } ({ $id }): الاسم ووسيلة الاتصال والتعليقات. ويبقى المعرّف والمفتاح والأوقات والأحكام.
share-not-named = لم تُعثر أسماؤهم في ما يُسلَّم؛ أما الصور والملفات المضغوطة وطرق الكتابة الأخرى فلا تُفتَّش.
share-still-named = أسماؤهم أو كلمات منها ما زالت في ما يُسلَّم:
share-times = { $at } ({ $n ->
    [zero] لا مرات
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
})
share-more = وفي { $n ->
    [zero] لا مواضع أخرى
    [one] موضع آخر
    [two] موضعين آخرين
    [few] { $n } مواضع أخرى
    [many] { $n } موضعا آخر
   *[other] { $n } موضع آخر
}؛ والخيار --json يسردها كلها
share-not-seen = أما الصور والملفات المضغوطة وطرق الكتابة الأخرى فلا تُفتَّش.

## erase

erase-question = لا رجعة في هذا. اكتب المعرّف كاملا لمحو { $id }:
erase-refused = يبقى { $id } هنا؛ والخيار --confirm يمحوه مع ذلك
erase-none-such = لا معرّف هنا يبدأ بـ«{ $given }»، ولا مدقق له هذا الاسم
erase-none-such-hint = لم يتغير شيء. الأمران `hudna claims` و`hudna documents` يسردان المعرّفات، والأمر `hudna trust` يسرد المدققين.
erase-no-reason = يجب ذكر السبب
erase-no-reason-hint = اذكره بالخيار --why؛ وهو يُحفظ، فلا تُفصح فيه عما يُمحى.
erase-looking = يجري البحث عما يُفصح عنه غيره
erase-erasing = يجري المحو
erase-would = محوه يزيل
erase-will = هذا يزول نهائيا
erase-erased = مُحي
erase-is-erased = مُحي { $id }
erase-other-id = قيمة --repeat-id ليست { $id }
erase-unchanged-hint = لم يتغير شيء.
erase-nobody = يتطلب المحو ذكر المعرّف كاملا مرة ثانية، ولا طرفية للسؤال عنه
erase-nobody-hint = لم يتغير شيء. أضف --repeat-id مع المعرّف كاملا.
erase-not-its-id = ليس هذا معرّفه: لم يتغير شيء
erase-none-waits = لا محو في انتظارك
erase-what-to-do = الأمر `hudna erase ID --confirm` يمحوه هنا أيضا، والأمر `hudna erase ID --refuse --why …` يُبقيه
erase-waiting = في الانتظار
erase-refused-state = مرفوض
erase-by = محاه
erase-who = { $who }، { $at }
erase-why = السبب
erase-covers = يشمل
erase-others = { $n ->
    [zero] لا شيء غيره
    [one] شيء آخر
    [two] شيئان آخران
    [few] { $n } أشياء أخرى
    [many] { $n } شيئا آخر
   *[other] { $n } شيء آخر
}
erase-points-blanked = { $n ->
    [zero] لا محارف طُمست
    [one] محرف واحد طُمس من النص
    [two] محرفان طُمسا من النص
    [few] { $n } محارف طُمست من النص
    [many] { $n } محرفا طُمست من النص
   *[other] { $n } محرف طُمست من النص
}
erase-checker = اسم مدقق ووسيلة الاتصال به
erase-whole = بالكامل
erase-with-it = معه
erase-shares-words = { $id }، وبينهما كلمات مشتركة
erase-blanked = يُطمس
erase-points-of = { $n ->
    [zero] لا محارف من { $id }
    [one] محرف واحد من { $id }
    [two] محرفان من { $id }
    [few] { $n } محارف من { $id }
    [many] { $n } محرفا من { $id }
   *[other] { $n } محرف من { $id }
}
erase-all-bytes = وكل بايتاتها كما وردت
erase-stays = يبقى
erase-mentions = { $id }: فيه الكلمات نفسها أو الملف نفسه أو اسم صاحب الادعاء
erase-removed = أُزيل
erase-held-it = { $file }، وكان يحويه
erase-not-reached = لم يصل إليه المحو:
erase-may-hold = { $file }، وقد يحويه: أزله حين لا يكون hudna قيد التشغيل
erase-copies-of = نسخ { $who }: اطلب منهم دمج نسختك وتأكيد المحو
erase-elsewhere = النسخ المسلّمة والتقارير والملفات المكتوبة منه، والنسخ الأقدم التي يحتفظ بها القرص
erase-elsewhere-more = أو نسخة احتياطية له أو مجلد سحابي
erase-unswept = تم المحو، لكن تعذّر تنظيف المساحة الحرة في الملف: { $why }
erase-unswept-hint = يُعاد ذلك كلما فُتح ملف التحقق: أغلق البرامج الأخرى ونفّذ `hudna documents`.
