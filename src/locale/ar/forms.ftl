### النماذج: عناوينها وأسماء حقولها وما يوضع فيها وما ينقصها، وقوائم الاختيار.

## العناوين

tui-form-edit = تعديل الادعاء
tui-form-translation = الترجمة
tui-form-add-marked = إضافة الكلمات المحددة ادعاء
tui-form-add = إضافة ادعاء سُمع أو نُسخ، من دون مقال
tui-form-dismiss = استبعاد لعدم القابلية للتحقق
tui-form-evidence = إرفاق دليل
tui-form-comment = تعليق
tui-form-export = تصدير تقرير
tui-form-merge = دمج نسخة أخرى من ملف التحقق
tui-form-trust = أهذا مفتاحه؟
tui-form-share = كتابة نسخة لتسليمها
tui-form-name = اسمك
tui-form-erase = محو نهائي
tui-form-erasure = طلب محو ينتظرك
tui-form-find = بحث في الوثيقة
tui-form-verdict = الحكم
tui-form-verdict-blind = الحكم (أحكام غيرك مخفية حتى يصدر)
tui-form-verdict-again = الحكم (حكمك الآن: { $mine }؛ ويحل هذا محله، ويبقى كلاهما في السجل)
tui-form-verdict-too = الحكم (لغيرك حكم، وهو باقٍ)
tui-form-own-value = قيمة من عندك: { $field }
tui-form-choose = (اختر)
tui-form-writing = جارٍ الحفظ…
tui-form-changed = غيّر هذا الادعاءَ في هذه الأثناء برنامج أو شخص آخر.

## أسماء الحقول، في أحد عشر عمودا على الأكثر

tui-label-address = الرابط
tui-label-claims = الادعاءات
tui-label-comment = التعليق
tui-label-contact = الاتصال
tui-label-cue = لفظ الإسناد
tui-label-decision = القرار
tui-label-entries = القيود
tui-label-evidence = الدليل
tui-label-given = الاطلاع
tui-label-file = الملف
tui-label-format = الصيغة
tui-label-id = المعرّف
tui-label-information = المعلومة
tui-label-kind = النوع
tui-label-language = اللغة
tui-label-name = الاسم
tui-label-note = ملاحظة
tui-label-origin = الأصل
tui-label-polarity = الموقف
tui-label-quote = النقل
tui-label-role = الصفة
tui-label-said-at = قيل في
tui-label-sharing = المشترك
tui-label-source = المصدر
tui-label-span = الموضع
tui-label-speaker = صاحب الادعاء
tui-label-stance = الدلالة
tui-label-status = الحالة
tui-label-text = النص
tui-label-translation = الترجمة
tui-label-value = المضمون
tui-label-verdict = الحكم
tui-label-via = نقلا عن
tui-label-why = السبب
tui-label-words = الكلمات

## ما يوضع في الحقول

tui-help-speaker = من قاله، بأتم اسم معروف
tui-help-role = بأي صفة
tui-help-cue = اللفظ الذي ينقله، كما في النص
tui-help-kind = موضوعه
tui-help-polarity = ماذا يفعل به صاحبه
tui-help-quote = كيف نُقل الكلام
tui-help-said-at = متى، مثل 2024-11-27 أو 2024-11-27T04:00
tui-help-translation = لقراء التقرير
tui-help-text = كلمات الادعاء
tui-help-address = من أين سُمع أو نُسخ
tui-help-status = إلى أين بلغ التدقيق
tui-help-dismiss = يبقى السبب مع الادعاء، في السجل والتقارير
tui-help-information = صدق ما يقوله
tui-help-evidence = رابط، أو ملف يُنسخ إلى ملف التحقق، أو كلام مقتبس
tui-help-value = الرابط، أو مسار الملف، أو الكلام
tui-help-origin = رابط ما أُخذ منه الملف أو الاقتباس
tui-help-stance = ما دلالته على الادعاء
tui-help-source = موثوقية المصدر (درجات الأميرالية من A إلى F)
tui-help-note = ما يجب أن يعرفه القارئ عنه
tui-help-verdict-why = الأسباب، للقراء: فلا حكم بلا أسباب
tui-help-given = يُذكر في ملف التحقق وفي التقارير
tui-help-given-seen = كانت أحكام غيرك على هذا الادعاء ظاهرة على هذه الشاشة
tui-given-blind = دون الاطلاع على غيره: لم أر أحكام غيري
tui-given-open = بعد الاطلاع على أحكام غيري
tui-help-withdraw = يبقى السبب في السجل
tui-help-comment = للمدققين الآخرين؛ وليس من الحكم
tui-help-claims = الادعاءات التي يشملها التقرير
tui-help-export-file = أين يُكتب؛ والعلامة ~ مجلدك الشخصي
tui-help-merge-file = ملف تحقق سلّمك إياه زميل؛ وTab يكمل مساره
tui-help-trust = قارن البصمة بما يراه صاحبها في `hudna whoami`، بوسيلة أخرى
tui-help-trust-note = كيف عرفت؛ ويبقى في مجلدك وحده، لا في ملف تحقق
tui-help-share-claims = ما يدخل في النسخة؛ ويُعرض ما تكشفه قبل كتابتها
tui-help-share-file = ملف جديد؛ والعلامة ~ مجلدك الشخصي
tui-help-entries = لا تدخل قيود ملف آخر إلا إن قلت ذلك
tui-help-own-value = تُكتب بدل الجميع؛ وتبقى كلها في السجل
tui-help-name = يظهر مع كل ما تكتبه؛ ويكفي اسم مستعار
tui-help-contact = كيف يتصل بك المدققون الآخرون؛ ويجوز تركه فارغا
tui-help-erase-id = اكتب المعرّف كاملا: فلا تراجع عن المحو
tui-help-erase-why = يبقى دائما، فلا يجوز أن يكشف ما مُحي
tui-help-sharing = الادعاءات التي تشترك معه في كلمات
tui-help-erasure-id = للمحو: اكتب المعرّف كاملا
tui-help-erasure-why = لإبقائه: السبب، ليعرفه غيرك
tui-help-find = كما ترد في النص

## ما يُختار

tui-status-derived = تلقائي، بحسب صفحته
tui-grade-none = بلا تقدير
tui-grade-a = A موثوق تماما
tui-grade-b = B موثوق عادة
tui-grade-c = C موثوق إلى حد ما
tui-grade-d = D غير موثوق عادة
tui-grade-e = E غير موثوق
tui-grade-f = F تتعذر معرفته
tui-grade-1 = 1 مؤكدة
tui-grade-2 = 2 صحيحة على الأرجح
tui-grade-3 = 3 قد تكون صحيحة
tui-grade-4 = 4 مشكوك فيها
tui-grade-5 = 5 مستبعدة
tui-grade-6 = 6 تتعذر معرفتها
tui-format-html = HTML، للقراءة والطباعة
tui-format-csv = CSV، لجداول البيانات
tui-format-json = JSON، للبرامج
tui-export-one = هذا الادعاء وحده
tui-export-all = كل الادعاءات
tui-export-all-counted = كل الادعاءات ({ $n })
tui-export-filter = ادعاءات المرشح
tui-export-filter-counted = ادعاءات المرشح ({ $n })
tui-word-trust = أثق به: قارنتُ البصمة مع صاحبها
tui-word-distrust = لا أثق به
tui-word-forget = سحب ما قيل فيه
tui-share-all = كل شيء
tui-share-filter = ادعاءات المرشح ({ $query })
tui-merge-this-case = من ملف التحقق هذا وحده
tui-merge-other-case = ومن ملف آخر أيضا
tui-sharing-keep = إن وُجدت فلا يُمحى شيء
tui-sharing-erase = تُمحى هي أيضا، مع كل ما يتعلق بها
tui-decision-erase = محوه هنا أيضا، نهائيا
tui-decision-refuse = تركه هنا

## ما ينقص

tui-need-why-dismiss = اذكر السبب: فعلى غيرك أن يفهمه.
tui-need-why = اذكر السبب.
tui-need-rating = اختر تقديرا: اكتب رقمه، أو استعمل الأسهم.
tui-need-reasons = الحكم يحتاج إلى أسبابه.
tui-need-comment = لا شيء ليُحفظ بعد.
tui-need-why-erase = اذكر السبب: فهو كل ما يبقى.
tui-need-why-refuse = اذكر لماذا يبقى.
tui-need-decision = اختر: محوه هنا أيضا، أو تركه.
tui-need-text = اكتب كلمات الادعاء.
tui-need-stance = اذكر دلالته على الادعاء: يؤيد أو يدحض أو سياق.
tui-need-listed = اختر من القائمة.
tui-need-quotation = اكتب الكلام المقتبس أو الصقه.
tui-need-address = اكتب الرابط أو الصقه.
tui-need-no-blanks = لا فراغات في الرابط؛ وللكلام المقتبس اختر «اقتباس» أعلاه.
tui-need-source = قدّر المصدر أيضا (F: تتعذر معرفته)، أو لا تقدّر أيا منهما.
tui-need-information = قدّر المعلومة أيضا (6: تتعذر معرفتها)، أو لا تقدّر أيا منهما.
tui-need-grade = لا توجد درجة كهذه.
tui-need-path = اكتب مسار الملف أو الصقه.
tui-need-file-name = اكتب اسم الملف الذي سيُنشأ.
tui-need-casebook = اكتب مسار ملف تحقق أو الصقه.
tui-find-none = لم يوجد؛ يجب أن تكون الحروف والعلامات كما في النص.
tui-need-id = لا تراجع عن المحو. اكتب المعرّف كاملا: { $id }
tui-need-word = اختر: أتثق به، أم لا تثق، أم تسحب ما قيل فيه.
tui-need-other-name = اختر اسما آخر.
tui-need-a-file = { $place } ليس ملفا.
tui-need-folder = لا يوجد مجلد { $place }.
tui-need-replace = { $place } موجود من قبل: Ctrl-S مرة أخرى يستبدله.

## قوائم الاختيار

tui-withdraw-title = سحب
tui-withdraw-verdict-title = سحب حكم
tui-withdraw-evidence-title = سحب دليل
tui-withdraw-of-verdict = حكم: { $rating }، { $name }: { $why }
tui-withdraw-of-evidence = { $kind }، { $stance }: { $value }
tui-documents-title = الوثائق
tui-documents-all = كل الوثائق
tui-documents-claims = { $n ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $n } ادعاءات
    [many] { $n } ادعاءً
   *[other] { $n } ادعاء
}
tui-documents-withdrawn = مسحوبة
tui-keys-title = المفاتيح التي كتبت هنا
tui-erase-title = محو نهائي
tui-erase-claim = ادعاء: { $text }
tui-erase-evidence = دليل: { $text }
tui-erase-document = وثيقة مع كل ادعاءاتها: { $title }
tui-erasures-title = طلبات محو تنتظر
tui-erasure-waiting = ينتظر
tui-erasure-refused = مرفوض
tui-erasure-of = { $kind }، { $state }، من { $name }: { $why }
