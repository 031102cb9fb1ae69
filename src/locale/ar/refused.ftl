### ما يُرفض ولماذا.

## الادعاءات

refused-twin = يقوم الادعاء { $id } على الكلمات نفسها
refused-status = يُدقَّق الادعاء بحكم ويُستبعد بسبب، ولا يُضبط أي منهما حالةً
refused-words-of-document = كلمات الادعاء كلمات وثيقته: غيّر الموضع بدلا من ذلك، أو اكتب ترجمة
refused-no-document = ليس لهذا الادعاء وثيقة يؤخذ منها موضع
refused-dismissed = الادعاء { $id } مستبعد من قبل: { $why }
refused-not-dismissed = الادعاء { $id } ليس مستبعدا
refused-span = ليس ما بين { $start } و{ $end } موضعا في هذه الوثيقة، وعدد نقاط الترميز فيها { $length }
refused-blank-span = ليس في هذا الموضع إلا فراغات
refused-claim-words = لا بد للادعاء من كلمات
refused-comment-words = لا بد للتعليق من كلمات
refused-reason = لا بد من ذكر السبب
refused-withdrawn = { $id } مسحوب من قبل: { $why }
refused-rating = ليس «{ $rating }» تقديرا في سلّم هذا الملف: { $known }
refused-others-verdict = هذا حكم مدقق آخر، ولا يسحبه إلا هو؛ أصدر حكمك فيقوم بجانبه
refused-no-text = لا نص في الوثيقة { $document }
refused-your-name = مُحي هنا اسمك ووسيلة الاتصال بك: فلا يُكتبان ثانية تحت هذا المفتاح
refused-too-long = ما يقال عن { $subject } أطول من { $limit } ميبيبايت
refused-no-random = تعذّر الحصول على أعداد عشوائية: { $why }
refused-large-document = وثيقة حجمها { $size } بايت أكبر مما يعرضه hudna

## الأدلة

refused-large-file = الملف { $path } أكبر من { $limit } جيبيبايت
refused-empty-evidence = لن يبقى من هذا الدليل شيء: اسحبه بدلا من ذلك
refused-no-file = ليس للدليل { $evidence } ملف
refused-file-and-quotation = الدليل ملف أو اقتباس، لا كلاهما
refused-no-evidence = لا بد للدليل من رابط أو ملف أو اقتباس

## التعارض والدمج والمحو

refused-no-conflict = لا قيم متعارضة للحقل { $field } هناك
refused-side = أرقام القيم من 1 إلى { $n }
refused-not-yours = لا يكتب ذلك إلا من أنشأ { $subject }
refused-no-sitting = لا جلسة في هذه الملفات يبدأ معرّفها بـ«{ $prefix }»
refused-older-meanwhile = حل محل ملف التحقق في هذه الأثناء ملف أقدم؛ أعد المحاولة
refused-erasure-not-here = ما يشمله محو { $what } ليس في ملف التحقق هذا
refused-erased-words = في هذا الموضع كلمات مُحيت
refused-no-erasure = لا محو ينتظرك لـ{ $what }

## المفاتيح

refused-own-key = هذا مفتاحك أنت
refused-revoke = لا يبطل المفتاح إلا صاحبه: به نفسه، أو بمفتاح آخر له قال المفتاحان كلاهما إنهما لشخص واحد؛ ويمكنك الإبلاغ عن ضياعه
refused-one-key = هذا مفتاح واحد لا مفتاحان
refused-not-private-key = ليس مفتاحا خاصا بصيغة OpenSSH
refused-key-name-taken = يوجد ملف بهذا الاسم
refused-key-kind = نوع المفتاح { $kind }، وhudna يوقّع بمفاتيح Ed25519
refused-key-locked = ليس مفتاح Ed25519 بلا عبارة مرور
refused-key-vanished = اختفى
refused-not-signature = ليس توقيعا بصيغة OpenSSH
refused-signature-purpose = صُنع لغير hudna
refused-signature-kind = صُنع بمفتاح من غير نوع Ed25519؛ وقد يفحصه الأمر `ssh-keygen -Y verify`
refused-signature-of-other = ليس توقيعا لهذا الملف: تغيّر أحدهما
seal-not-ssh = ليس مفتاحا عاما من نوع ssh-ed25519 أو ssh-rsa
seal-no-point = ليس نقطة من المنحنى
seal-not-public = ليس «{ $line }» مفتاحا عاما
seal-none-in-it = ليس فيه مفتاح
seal-all = كلها
seal-too-many = عددها يزيد على { $most }
seal-encrypted-to-key = هو مشفَّر لمفتاح لا بعبارة مرور
seal-opens-nothing = مفاتيح هذا النوع لا تفتح شيئا
seal-not-private = ليس مفتاحا خاصا
seal-cut-off = هو مقطوع أو تغيّر
seal-unknown-form = هو مشفَّر بصيغة غير معروفة هنا
seal-endless-head = رأس الملف لا ينتهي
seal-no-keys-file = ليس ملف مفاتيح
seal-no-text = ليس نصا

## الملفات

refused-no-folder = لا يوجد مجلد { $path }
refused-taken = الملف { $path } موجود وتُرك كما هو
refused-not-a-file = المسار { $path } ليس ملفا
refused-copying-broke-off = انقطع النسخ
refused-check-broke-off = انقطع الفحص؛ نرجو الإبلاغ عن هذا خللا في hudna

## التلف

damaged-no-hash = بايتات { $id } لا توافق بصمتها
damaged-bytes-no-hash = البايتات { $sha256 } لا توافق بصمتها
damaged-no-beginning = لا بداية له
damaged-no-checker = في السجل قيد بلا مدقق
damaged-no-bytes = بايتات يشير إليها ليست هنا
damaged-not-utf8 = نص { $id } ليس بترميز UTF-8
damaged-page-size = يجعل حجم صفحاته { $size } بايت
damaged-file-version = إصدار صيغة الملف فيه { $write }، { $read }
damaged-not-utf8-file = نصوصه ليست بترميز UTF-8
damaged-size = حجمه { $size } بايت وينبغي أن يكون { $wanted }
damaged-column = قيمة في { $column } من النوع { $kind }
strange-many = عدد جداوله { $most } أو أكثر
strange-missing = ينقص { $kind } { $name }
strange-is-a = نوع { $name } هو { $kind }
strange-made = لم يُصنع { $kind } { $name } كما نصنعه
strange-not-ours = فيه { $kind } { $name } وليس منا

## قيم الحقول

field-span = لا يُكتب الموضع في النص: حدّده في الوثيقة
field-grade = ليس «{ $text }» درجة مصدر: حرف من A إلى F ورقم من 1 إلى 6، مثل B2
field-code = ليس «{ $text }» من القيم { $codes }

## ClaimReview

review-publisher = اذكر الناشر مرة لملف التحقق: `hudna publisher --name NAME --url URL`
review-url = اذكر عنوان الصفحة التي سيكون فيها التقرير: `--url ADDRESS`
review-rating = ليس لأي من هذه الادعاءات حكم اتفق عليه مدققوه: `hudna verdict CLAIM RATING --why REASONS`
