### الوثائق والادعاءات وما يُكتب عليها.

## رؤوس الأعمدة

column-id = المعرّف
column-worth = الجدارة
column-state = الحالة
column-speaker = صاحب الادعاء
column-kind = النوع
column-claim = الادعاء
column-published = النشر
column-claims = الادعاءات
column-outlet = جهة النشر
column-lang = اللغة
column-title = العنوان
column-at = الوقت (UTC)
column-checker = المدقق
column-what = الفعل
column-subject = موضوعه
column-field = الحقل
column-value = القيمة
column-rating = التقدير
column-english = بالإنجليزية
column-arabic = بالعربية
column-place = الموضع
column-polarity = الموقف

## claims and documents

claims-none = لا ادعاءات بعد
claims-none-fits = لا ادعاء يوافق الاستعلام
claims-disputed = مختلف فيه
documents-none = لا وثائق بعد
documents-none-fits = لا وثيقة توافق الاستعلام
documents-none-fits-hint = الأمر `hudna documents` يسردها.
documents-withdrawn = مسحوبة
documents-replaced = مستبدلة
documents-current = سارية

## show

show-neither = { $id } لا يسمي ادعاء ولا وثيقة
show-state = { $id }  { $state }
show-title = العنوان
show-outlet = جهة النشر
show-author = الكاتب
show-url = الرابط
show-published = تاريخ النشر
show-language = اللغة
show-type = الصيغة
show-type-words = { $type }، { $encoding }
show-size = الحجم
show-size-words = { $bytes ->
    [zero] لا بايتات
    [one] بايت واحد
    [two] بايتان
    [few] { $bytes } بايتات
    [many] { $bytes } بايتا
   *[other] { $bytes } بايت
}، { $points ->
    [zero] لا محارف
    [one] محرف واحد
    [two] محرفان
    [few] { $points } محارف
    [many] { $points } محرفا
   *[other] { $points } محرف
}
show-sha256 = البصمة
show-imported = أُدرجت
show-extraction = الاستخراج
show-previous = نسخة أقدم
show-newer = نسخة أحدث
show-withdrawn = سُحب لأنه
show-erased = مُحي
show-erased-points = { $n ->
    [zero] البايتات كما وردت
    [one] محرف واحد من النص، والبايتات كما وردت
    [two] محرفان من النص، والبايتات كما وردت
    [few] { $n } محارف من النص، والبايتات كما وردت
    [many] { $n } محرفا من النص، والبايتات كما وردت
   *[other] { $n } محرف من النص، والبايتات كما وردت
}
show-heading = { $what }:
show-passage = السياق
show-evidence = الأدلة
show-verdicts = الأحكام
show-comments = التعليقات
show-history = السجل
show-speaker = صاحبه
show-role = الصفة
show-cue = لفظ الإسناد
show-via = نقلا عن
show-quote = النقل
show-polarity = الموقف
show-kind = النوع
show-worth = الجدارة
show-worth-words = { $worth }: { $why }
show-said-at = قيل في
show-translation = الترجمة
show-verdict = الحكم
show-dismissed = استُبعد لأنه
show-conflicts = تعارضات
show-document = الوثيقة
show-place = الموضع
show-newer-version = { $id } (نسخة أحدث من الوثيقة)
show-rating-words = { $rating }
show-ungraded = بلا درجة
show-quotation = الاقتباس
show-file = الملف
show-file-words = { $file }، { $n ->
    [zero] لا بايتات
    [one] بايت واحد
    [two] بايتان
    [few] { $n } بايتات
    [many] { $n } بايتا
   *[other] { $n } بايت
}
show-grade = الدرجة
show-grade-words = { $source }، { $information }
show-note = ملاحظة
show-standing = قائم
show-after-end = بعد نهاية المفتاح
show-blind = دون الاطلاع على غيره
show-rating = التقدير
show-why = السبب
show-text = النص

## log

log-more = التغييرات الأقدم غير معروضة؛ والخيار --limit 0 يسردها كلها
log-of-claim = على { $claim }: { $value }
log-after-end = (بعد نهاية المفتاح) { $value }
log-taken-away = (أُزيل: { $old })
log-before = { $new } (قبل ذلك: { $old })
log-undone = أُلغي
log-erased = (مُحي)
log-withheld = (محجوب)
log-newer = (من إصدار أحدث)
log-standard-scale = السلّم المعياري
log-confirmed = أُكّد هنا
log-blanked = طُمس: { $places }
log-lost = المفقود { $n }
log-extracted = { $document } بالإصدار { $version }
log-key-as-of = { $says } منذ { $at }

## أنواع القيود

kind-create = إنشاء
kind-import = إدراج
kind-extract = استخراج
kind-claim-add = إضافة ادعاء
kind-claim-edit = تعديل ادعاء
kind-dismiss = استبعاد
kind-restore = استعادة
kind-document-edit = تعديل وثيقة
kind-document-withdraw = سحب وثيقة
kind-document-restore = استعادة وثيقة
kind-evidence-add = إرفاق دليل
kind-evidence-edit = تعديل دليل
kind-evidence-withdraw = سحب دليل
kind-verdict = حكم
kind-verdict-withdraw = سحب حكم
kind-comment = تعليق
kind-resolve = حسم تعارض
kind-whoami = اسم المدقق
kind-publisher = الناشر
kind-recover = إنقاذ
kind-undo = تراجع
kind-redo = إعادة
kind-erase = محو
kind-erase-confirm = تأكيد محو
kind-erase-refuse = رفض محو
kind-key-mine = مفتاح آخر لي
kind-key-successor = مفتاح بديل
kind-key-lost = مفتاح مفقود
kind-key-found = مفتاح وُجد
kind-key-revoked = مفتاح ملغى

## الأشياء

thing-casebook = ملف التحقق
thing-document = وثيقة
thing-claim = ادعاء
thing-evidence = دليل
thing-verdict = حكم
thing-comment = تعليق
thing-checker = مدقق
thing-extraction = استخراج
thing-text = نص
thing-file = ملف دليل
thing-publisher = الناشر أو السلّم
gone-words = تعذّرت قراءة كلماته
gone-bytes = بايتاته مفقودة
gone-chunk = القطعة { $n } من بايتاته مفقودة
gone-some = بايتاته ليست كاملة، ويمكن قراءة { $n } من قطعها

## الكتابة

edit-nothing = لم يتغير شيء في { $id }: كان كذلك من قبل
edit-changed = { $n ->
    [zero] لم يتغير شيء في { $id }
    [one] تغيّر حقل واحد في { $id }
    [two] تغيّر حقلان في { $id }
    [few] تغيّرت { $n } حقول في { $id }
    [many] تغيّر { $n } حقلا في { $id }
   *[other] تغيّر { $n } حقل في { $id }
}
edit-no-place = لا وثيقة لهذا الادعاء، فلا موضع له فيها
edit-no-place-hint = صحّح كلماته بالخيار --text.
claim-dismissed = استُبعد { $id }
claim-restored = أُعيد { $id }
withdrawn = سُحب { $id }
evidence-no-file = ليس في { $id } ملف
evidence-no-file-hint = هو رابط أو اقتباس، ويعرضه الأمر `hudna show`.
verdict-withdrawn = مسحوب
verdict-replaced = حلّ محله غيره
verdict-missing = ينقص ذكر الادعاء والتقدير

## report

report-past-claimreview = تذكر صيغة ClaimReview ما هو قائم الآن، فلا تُكتب بها حالة سابقة
report-past-claimreview-hint = اختر صيغة أخرى، مثل --format json.
report-head = رأس السجل وآخر القيود { $all }: احفظها مع التقرير للأمر `hudna verify --head`
report-head-past = رأس هذه الحالة السابقة { $head }: احفظه مع التقرير؛ و`--as-of` نفسه على ملف تحقق آخر يعطيه أيضا إن كان يحوي القيود نفسها
report-empty = لا ادعاء يوافق الاستعلام: التقرير فارغ
report-no-tongue = القيمة إما en أو ar
