### ما يقوله البرنامج عن نفسه وعما جرى فيه.

tui-semicolon = ؛ { "" }
tui-reading = جارٍ القراءة…
tui-more-below = ↓ بقي { $n }
tui-filter = المرشح:
tui-too-small =
    تتسع هذه النافذة لـ { $columns }×{ $rows } حرفا؛
    ويحتاج hudna إلى { $least_columns }×{ $least_rows }.
    q للخروج.
tui-size-bytes = { $n } بايت
tui-size-kilobytes = { $n } ك.ب
tui-size-megabytes = { $n } م.ب
tui-panic = توقف البرنامج لخطأ فيه: { $place }.
tui-panic-kept = ما حُفظ سليم. نرجو الإبلاغ عن هذا السطر؛ فليس فيه شيء من ملف التحقق.

## السطر الأعلى

tui-head-rank = الادعاء { $rank } من { $total }
tui-head-total = { $total ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $total } ادعاءات
    [many] { $total } ادعاءً
   *[other] { $total } ادعاء
}
tui-head-report = يُكتب التقرير، { $size } …
tui-head-report-reading = قراءة للتقرير، { $n } ٪ …
tui-head-key-ended = مفتاحك { $how }
tui-head-blind = الأحكام مخفية
tui-head-erasures = { $n ->
    [zero] لا طلبات محو
    [one] طلب محو ينتظر (أمر «طلبات المحو»)
    [two] طلبا محو ينتظران (أمر «طلبات المحو»)
    [few] { $n } طلبات محو تنتظر (أمر «طلبات المحو»)
    [many] { $n } طلب محو ينتظر (أمر «طلبات المحو»)
   *[other] { $n } طلب محو ينتظر (أمر «طلبات المحو»)
}
tui-writing-file = حفظ الملف
tui-writing-undo = التراجع
tui-writing-erase = المحو
tui-writing-again = جارٍ الاستخراج من جديد
tui-writing-merge = الدمج
tui-writing = الكتابة

## سطر المفاتيح

tui-hint-save = حفظ
tui-hint-field = الحقل التالي
tui-hint-leave = خروج
tui-hint-scroll = تمرير
tui-hint-narrow = اكتب للتضييق
tui-hint-choose = اختيار
tui-hint-list = القائمة
tui-hint-outside = محررك
tui-hint-yes = نعم
tui-hint-no = لا
tui-hint-close = إغلاق
tui-hint-move = تنقل
tui-hint-filter-keep = إبقاء
tui-hint-filter-off = إزالة
tui-hint-filter-move = تنقل في القائمة

## رسائل

tui-withdraw-none = ليس لهذا الادعاء دليل ولا حكم يُسحب.
tui-span-none = أُدخل هذا الادعاء يدويا، فلا موضع له.
tui-document-none = أُدخل هذا الادعاء يدويا، فلا وثيقة له.
tui-merge-under-way = ثمة عمل آخر جارٍ.
tui-conflicts-own-verdicts = الحكم لصاحبه: r لتجديد حكمك وw لسحبه؛ ولا ينهيه أحد عن غيره.
tui-conflicts-place = الموضع لا يُكتب: اختر أحد الطرفين، أو حدد موضعا آخر في الوثيقة (d ثم s).
tui-conflicts-no-claim = ليس هذا حقلا من حقول ادعاء.
tui-documents-none = لا وثائق بعد.
tui-erasures-none = لا طلب محو ينتظرك.
tui-export-under-way = يُكتب تقرير الآن؛ وX يوقفه.
tui-export-stopping = جارٍ الإلغاء… ولن يُكتب تقرير.
tui-export-written = كُتب التقرير: { $place } ({ $size }).
tui-mark-nothing = لم يُحدد شيء: اذهب إلى أول كلمة واضغط v، ثم إلى نهاية آخر كلمة.
tui-span-same = الموضع كما كان.
tui-claim-gone = لم يعد هذا الادعاء موجودا.
tui-order-worth = الأجدر بالتحقق أولا.
tui-order-document = كما ترد في وثائقها.
tui-blind-on = أحكام غيرك مخفية في كل ادعاء حتى تصدر حكمك (r)؛ وb يظهرها.
tui-blind-off = تظهر الأحكام كلها.
tui-blind-filter = الحقل verdict: يكشف ما هو مخفي؛ وb يظهر الأحكام كلها
tui-blind-filter-off = وأزيل المرشح لأنه يطلب أحكاما بعينها.
tui-copied = نُسخ، إن كانت الطرفية تسمح بذلك.
tui-share-left = لم يُكتب شيء.
tui-merge-left = لم يتغير شيء.
tui-merge-stopped = أُوقف: لم يتغير شيء.

## ما جرى

tui-did-add = أُضيف الادعاء.
tui-did-dismiss = استُبعد لأنه غير قابل للتحقق.
tui-did-restore = استُعيد.
tui-did-evidence = أُرفق الدليل.
tui-did-withdraw-evidence = سُحب الدليل.
tui-did-withdraw-verdict = سُحب الحكم.
tui-did-verdict-blind = صدر الحكم دون الاطلاع على غيره، وظهرت الآن أحكام غيرك.
tui-did-verdict = صدر الحكم.
tui-did-comment = حُفظ التعليق.
tui-did-resolve = حُسم التعارض؛ وu للتراجع.
tui-did-undo = تم التراجع
tui-undo-nothing = لا شيء للتراجع عنه.
tui-did-redo = تمت الإعادة
tui-redo-nothing = لا شيء لإعادته.
tui-undone-part = { $verb }: { $what }، { $n } من { $all }. وتُرك ما كُتب بعده: { $kept }.
tui-undone-over = وu مرة أخرى لتخطيه.
tui-undone-erasure = ويبقى المحو الذي جاء بعده: فلا تراجع عن محو.
tui-did-refuse = تُرك هنا؛ ويمكن تأكيد المحو لاحقا.
tui-again-over = وE مرة أخرى يعيده مع ذلك.
tui-did-again = أعيد الاستخراج: { $numbers }؛ وu يتراجع عنه.
tui-did-name = حُفظ الاسم.
tui-did-put-back = أُعيد ملف التحقق إلى مكانه.
tui-did-take-up = فُتح الملف الموجود الآن؛ وكان { $n ->
    [zero] لا ينقصه قيد
    [one] ينقصه قيد واحد
    [two] ينقصه قيدان
    [few] تنقصه { $n } قيود
    [many] ينقصه { $n } قيدا
   *[other] ينقصه { $n } قيد
}. والملف القديم كله في { $place }.
tui-did-take-up-all = فُتح الملف الموجود الآن؛ ولم يكن ينقصه شيء.
tui-did-edit-nothing = لم يتغير شيء.
tui-did-edit = { $n ->
    [zero] لم يتغير شيء.
    [one] تغيّر حقل واحد.
    [two] تغيّر حقلان.
    [few] تغيّرت { $n } حقول.
    [many] تغيّر { $n } حقلا.
   *[other] تغيّر { $n } حقل.
}
tui-erased = تم المحو.
tui-erased-unswept = تُفرَّغ المساحة الحرة في الملف عند فتحه المرة القادمة: { $why }.
tui-erased-backups = حُذفت النسخ الاحتياطية: { $n }.
tui-erased-left = ولم يبلغ المحو: { $left }.
tui-erased-copies = نسخ { $names }
tui-erased-elsewhere = النسخ المرسلة والتقارير وما يبقيه القرص

## ما لم يجرِ

tui-not-written = لم يُكتب شيء.
tui-stopped = أُوقف
tui-lost = توقف جزء من البرنامج
tui-lost-hint = اخرج وشغّل hudna من جديد.
tui-failed = تعطل شيء في البرنامج
tui-failed-hint = لم يُحفظ شيء من هذا الإجراء. نرجو الإبلاغ عنه.
tui-sides-changed = تغيرت الأطراف في هذه الأثناء
tui-sides-changed-hint = لم يُكتب شيء. انظر من جديد ثم اختر.
tui-resolved-meanwhile = حُسم التعارض في هذه الأثناء
tui-field-newer = الحقل من إصدار أحدث
tui-stale = تغيّر في هذه الأثناء: { $fields }.
tui-stale-field = { $field } الآن «{ $value }»
tui-stale-hint = Ctrl-S مرة أخرى يضع نصك مكانه؛ وEsc يتركه كما هو الآن.
tui-editor-failed = انتهى { $program } بخطأ ({ $status })؛ والنص كما كان
tui-editor-not-utf8 = ما كتبه المحرر ليس بترميز UTF-8؛ والنص كما كان

## أسئلة

tui-confirm-keys = y نعم   n لا
tui-confirm-discard = أتترك ما كتبته هنا؟
tui-confirm-quit = { $although } أتخرج مع ذلك؟
tui-confirm-put-back = حذف برنامج آخر ملف التحقق. أتعيده إلى مكانه كما هو هنا؟
tui-confirm-take-up = وضع برنامج آخر ملفا غيره مكان ملف التحقق. أتفتحه وتدمج فيه ما ينقصه؟
tui-quit-typed = ما كتبته هنا لم يُحفظ.
tui-quit-writing = ما زالت كتابة جارية.
tui-quit-merging = ثمة دمج أو نسخ جارٍ؛ ولا يُحفظ منه شيء قبل أن يتم.
tui-quit-exporting = ما زال تقرير يُكتب.

## شاشات قارئ الشاشة

tui-plain-error = خطأ: { $words }
tui-plain-notice = تنبيه: { $words }
tui-plain-exporting = يُكتب تقرير
tui-plain-claims = الادعاءات
tui-plain-key-up = السهم الأعلى
tui-plain-key-down = السهم الأسفل
tui-plain-key-left = السهم الأيسر
tui-plain-key-right = السهم الأيمن
tui-plain-side = الطرف { $n }: { $value } ({ $about })
tui-plain-side-chosen = المختار { $words }
tui-plain-choice = { $words }، { $at } من { $of }
tui-plain-selected = المحدد: { $words }
tui-plain-narrow = اكتب لتضييق القائمة
tui-plain-command = { $name } ({ $keys }): { $what }
tui-plain-question = سؤال
tui-plain-log-to = { $old }، ثم { $new }
tui-plain-log-to-nothing = { $old }، ثم لا شيء
tui-plain-way = أُنجز { $n } في المئة
tui-plain-claim = الادعاء
tui-plain-passage = في سياقه:
