### ما يفحصه الأمر doctor وما يجده.

doctor-ok = سليم
doctor-risky = تنبيه
doctor-wrong = معيب
doctor-something-wrong = هناك عيب: انظر الأسطر التي أولها «معيب»
doctor-version = الإصدار { $version }
doctor-lexicon = معجم
doctor-lexicon-size = { $file }، { $n ->
    [zero] لا بايتات
    [one] بايت واحد
    [two] بايتان
    [few] { $n } بايتات
    [many] { $n } بايتا
   *[other] { $n } بايت
}
doctor-extraction = الاستخراج
doctor-languages = { $languages } (الإصدار { $version })
doctor-casebook = ملف التحقق
doctor-place = المكان
doctor-not-looked = لا يُفحص على هذا النظام هل هو على نظام ملفات شبكي
doctor-beside = بجانبه
doctor-stray = يبدو أن { $file } نسخة أخرى من ملف التحقق: خذ ما فيه بالأمر `hudna merge` ثم أزله
doctor-none-yet = لا شيء هناك بعد؛ والأمر `hudna import` ينشئه
doctor-link = هو رابط إلى ملف في مكان آخر
doctor-rights = الأذون
doctor-key-rights = أذون المفتاح
doctor-only-you = { $mode }: لك وحدك
doctor-others = { $mode }: يمكن لغيرك على هذا الجهاز قراءته؛ `{ $command }`
doctor-no-rights = { $mode }: هذا القرص لا يعرف الأذون (FAT أو exFAT): من يملكه يقرأ كل ما عليه؛ احفظ ملفاتك على قرص مشفّر في هذا الجهاز
doctor-integrity = السلامة
doctor-check-passed = اجتاز الفحص السريع
doctor-journal-mode = نمط التدوين
doctor-rollback = ملف تراجع (rollback journal)
doctor-no-rollback = ليس ملف تراجع: قد تفقد نسخةُ الملف وحده آخرَ العمل
doctor-key = المفتاح
doctor-no-key = لا مفتاح بعد؛ وأول كتابة تصنعه
doctor-terminal = الطرفية
doctor-not-set = غير مضبوط
doctor-term-size = TERM { $term }، الأعمدة { $columns }، الصفوف { $rows }
doctor-term-no-size = TERM { $term }، وحجمها مجهول
doctor-term-redirected = TERM { $term }، والمُخرَجات محوّلة
doctor-term-none = TERM { $term }، بلا طرفية
doctor-bidi = الاتجاه
doctor-mode-said = { $mode } ({ $said })
doctor-locale = اللغة
doctor-not-utf8 = إعداد اللغة { $locale } ليس بترميز UTF-8: قد لا تظهر العربية
doctor-settings = الإعدادات
doctor-setting = إعداد
doctor-sample = عينة  { $sample }
doctor-these-say = ينبغي أن يُقرأ كل سطر هكذا: وقف، إطلاق، النار، (ceasefire)، في، 01/03/2026:
doctor-as-now = كما هو الآن
