### ما قد يتعذر في غير ذلك.

## لأقسام عدة

failure-file = { $path }: { $what }
failure-stopped = أُوقف
failure-damaged = الملف { $path } تالف: { $what }
failure-too-large = حجم الملف { $path } بالبايت { $size }؛ ولا تُقرأ ملفات يزيد حجمها على { $most }

## ما يقوله النظام

system-not-found = لا يوجد ملف أو مجلد بهذا الاسم
system-denied = لا إذن بذلك
system-exists = يوجد ملف بهذا الاسم
system-full = لا متسع على القرص
system-read-only = نظام الملفات للقراءة فقط
system-is-folder = هذا مجلد
system-not-folder = جزء من المسار ليس مجلدا
system-not-text = ليس نصا بترميز UTF-8
system-cut-off = انتهى قبل أوانه
system-busy = يستعمله برنامج آخر
system-name = اسم لا يصلح لملف

## المعرّفات والرموز والاستعلامات

model-id = ليس «{ $given }» معرّفا
model-grade = ليس «{ $given }» درجة مصدر: فهي حرف من A إلى F (للمصدر) ورقم من 1 إلى 6 (للمعلومة)، مثل B2
model-code = { $kind ->
    [field] لا يوجد حقل باسم «{ $given }»
    [kind] لا يوجد نوع ادعاء باسم «{ $given }»
    [polarity] لا يوجد موقف باسم «{ $given }»
    [quote] لا يوجد نوع نقل باسم «{ $given }»
    [status] لا توجد حالة باسم «{ $given }»
    [order] لا يوجد ترتيب باسم «{ $given }»
    [stance] لا توجد علاقة دليل باسم «{ $given }»
    [kind-of-evidence] لا يوجد نوع دليل باسم «{ $given }»
    [reason] لا يوجد سبب باسم «{ $given }»
   *[other] لا تصح القيمة «{ $given }»
}: القيم الممكنة { $known }
model-no-value = تنقص قيمة بعد «{ $field }:»
query-unread = تعذّر فهم الاستعلام: { $what }
query-unread-hint = الاستعلام كلمات، أو أحد الحقول speaker: kind: polarity: status: verdict: doc: lang: مع قيمة.

## البرنامج نفسه

output-unwritten = تعذّرت كتابة الناتج: { $what }
output-unwritten-hint = ما أُنجز في ملف التحقق محفوظ، ويعرضه الأمر `hudna log`. تأكد من أن الوجهة التي يُكتب إليها الناتج فيها متسع.
lexicon-unread = تعذّرت قراءة الألفاظ التي تُستخرج بها الادعاءات: { $what }
lexicon-unread-hint = هذا خلل في hudna؛ نرجو الإبلاغ عنه.
lexicon-unreadable = الملف { $file } ليس معجما: { $problem }
lexicon-entry = في الملف { $file }، السطر { $line }: { $entry }: { $problem }
lexicon-other-grammar = للمعجم المدمج لهذه اللغة grammar آخر: احذف السطر
lexicon-remove = حذف «{ $word }»
lexicon-nothing-to-remove = اللغة جديدة: لا شيء يُحذف منها
lexicon-no-cue = لا لفظ إسناد بهذا الفعل أو الاسم؛ وتُحذف كلمة من قائمة بصيغة list.name.word، مثل words.role.captain
lexicon-section = ابدأ بـwords أو phrases أو polarity أو kind أو worth، أو سمِّ لفظ إسناد
lexicon-three = اذكر القسم والقائمة والكلمة، مثل words.role.captain
lexicon-no-word = ليست هذه الكلمة في القائمة
lexicon-no-list = لا توجد قائمة بهذا الاسم؛ والقوائم هي { $lists }
lexicon-new-language = «{ $language }» لغة جديدة: اكتب `grammar = "subject-first"` أو `"verb-first"`
lexicon-many-cues = ألفاظ الإسناد أكثر من اللازم
lexicon-no-verb = ليس فيه فعل ولا اسم
lexicon-takes-nothing = لا يُذكر ما يتبعه: اكتبه، مثل `takes = "that speech"`
lexicon-no-polarity = لا يوجد موقف بهذا الاسم
lexicon-no-weight = ليس لـ«{ $item }» وزن: اكتب word:2، أو الكلمة وحدها
workbench-no-terminal = تحتاج منضدة العمل إلى طرفية
workbench-no-terminal-hint = الأمر `hudna claims` يعرض القائمة، و`hudna show` يعرض ادعاء؛ وكل شيء ممكن من سطر الأوامر.
workbench-terminal = لا يمكن استعمال الطرفية: { $what }
workbench-terminal-hint = كل ما حُفظ من قبل سليم. شغّل hudna من جديد في طرفية أخرى.
bidi-unknown-mode = لا يوجد وضع باسم «{ $given }»: الأوضاع هي app وterminal وwords وoff

## التقييم والتقارير

score-line = الملف { $file }، السطر { $line }: { $problem }
score-line-hint = كل سطر كائن JSON واحد فيه file وstart وend، وفيه حيث عُرف speaker وquote وpolarity وkind؛ والأمر `hudna extract --json` يكتب مثل هذه الأسطر.
score-no-claims = لا ادعاءات في الملف { $file }
score-no-claims-hint = اذكر أولا ملف الادعاءات الموسومة، ثم ملف النتائج.
score-other-text = الملف { $file }، السطر { $line }: نص { $article } في الموضع { $start }-{ $end } غير الذي وُسم
score-other-text-hint = حدّد مجلد المقالات الموسومة بالخيار --texts. والمواضع بنقاط ترميز Unicode، ولا تدخل فيها النهاية.
score-too-many = تتراكب ادعاءات كثيرة جدا في { $file }
score-too-many-hint = تأكد من أن الملف لا يكرر الادعاءات نفسها.
report-missing-field = ينقص ClaimReview: { $fields }
report-address = ليس «{ $given }» عنوان صفحة: فالعنوان يبدأ بـhttp:// أو https://
report-address-hint = اذكر العنوان الذي سيُقرأ فيه التقرير، مثل --url https://example.org/report
report-invalid = سيكون ClaimReview غير سليم: { $problems }
report-invalid-hint = راجع الادعاء والتقدير المذكورين وصحّحهما في ملف التحقق
report-layout = تعذّر تنسيق الصفحة: { $what }
report-json = تعذّرت كتابة JSON: { $what }
report-io = تعذّرت كتابة التقرير: { $what }
report-io-hint = تأكد من أن المكان موجود وقابل للكتابة وفيه متسع
