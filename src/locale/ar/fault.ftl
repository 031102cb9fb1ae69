### ما ليس كما وُقّع.

## الموضع

fault-of-entry = الجلسة { $sitting }، القيد { $seq }: { $what }
fault-of-sitting = الجلسة { $sitting }: { $what }

## السلاسل

fault-checker = مدققها غير الذي يسميه مفتاحها
fault-no-sitting = جلسته ليست في الملف
fault-gap = القيود من { $seq } فما بعده ناقصة أو في غير موضعها
fault-clock-back = ساعته ترجع إلى الوراء
fault-unsealed = ينهي إجراءه وليس موقّعا
fault-last-unsigned = هو الأخير وليس موقّعا
fault-count = ينبغي أن يكون عدد قيودها { $wanted } وهو { $found }

## القيود

fault-hash = بصمته ليست بصمة رأسه وأجزائه
fault-signature = توقيعه لم يُصنع بمفتاح جلسته
fault-names-unsigned = يسمي قيودا أخرى وليس موقّعا
fault-long-header = رأسه أطول من اللازم
fault-header = تتعذر قراءة رأسه: { $why }
fault-columns = أعمدته ليست كما في رأسه
fault-before = لا يسمي القيد الذي قبله
fault-no-hash = يسمي قيدا بما ليس بصمة
fault-sitting-id = بصمته ليست معرّف الجلسة
fault-other-key = يفتح الجلسة بمفتاح آخر
fault-no-nonce = يفتح الجلسة بلا رقم عشوائي أو بلا ملف تحقق
fault-opens = لا يفتح الجلسة إلا قيدها الأول، ولا بد أن يفتحها
fault-part-missing = ينقص الجزء { $n }
fault-part-of-nothing = الجزء { $n } لا يتكلم عن شيء
fault-part-form = { $state ->
    [present] الجزء { $n } ({ $subject }) ليس كما يجب أن يكون جزء حاضر
    [withheld] الجزء { $n } ({ $subject }) ليس كما يجب أن يكون جزء محجوب
   *[erased] الجزء { $n } ({ $subject }) ليس كما يجب أن يكون جزء ممحو
}
fault-part-state = الجزء { $n } ({ $subject }) ليس حاضرا ولا محجوبا ولا ممحوا
fault-part-long = الجزء { $n } ({ $subject }) أطول من اللازم
fault-part-words = كلمات الجزء { $n } ({ $subject }) ليست التي التُزم بها
fault-part-unread = تتعذر قراءة الجزء { $n } ({ $subject }): { $why }
fault-of-part = الجزء { $n }: { $what }

## البايتات

fault-bytes-claimed = يقال إن حجمه { $claimed } بايت؛ ولا يزيد حجم أي منها على { $largest }
fault-bytes-packed = يتعذر فك بايتاته
fault-bytes-cut = بايتاته ليست مقسمة كما يجب
fault-bytes-more = حجمه أكبر، وينبغي أن يكون { $claimed } بايت
fault-bytes-absent = بايتاته ليست في الملف
fault-bytes-size = حجمه { $size } بايت وينبغي أن يكون { $wanted }
fault-bytes-sha256 = بايتاته لا توافق بصمة SHA-256 لها
fault-bytes-commitment = بايتاته ليست التي التُزم بها

## الملف

fault-unread-after = لا يُقرأ شيء بعد القيد { $last } من الملف: { $why }
fault-bomb = نصوصه ومرفقاته إذا فُكّت زادت كثيرا على ما يمكن أن يحويه الملف بحق
fault-clock = الساعة المحفوظة في الملف ليست ساعة أي قيد
fault-sitting-here = جلسة لا يُعرف هل كُتبت في هذه النسخة أم لا
fault-sitting-not-here = مذكور أن الجلسة { $sitting } كُتبت في هذه النسخة، وقد جاءت من غيرها: فهي لا تعلم بما كان هنا قبلها، أو هي من قضية أخرى
fault-not-compared = { $what }، ولذلك لم تُقارن الجداول بالسجل
fault-erased-untold = تتعذر معرفة ما مُحي: { $why }
fault-table = الجدول { $table } ليس حصيلة السجل
fault-unfoldable = تتعذر إعادة بناء الجداول من السجل: { $why }
fault-names-absent = القيد { $by } من الملف يسمي قيدا { $hash } ليس هنا: فقد قُطع، أو تُرك في دمج
fault-open-not-last = في قائمة القيود التي لا يسميها قيد قيدٌ ليس الأخير في جلسته
fault-open-lacks = قائمة القيود التي لا يسميها قيد ينقصها واحد
fault-open-named = في قائمة القيود التي لا يسميها قيد قيدٌ يسميه غيره
fault-stray-blob = لا قيد يتكلم عن البايتات { $blob }
fault-stray-chunk = في الملف بايتات لا تخص أي نص أو ملف أو مرفق

## المحو

fault-erasure-kind = القيد { $entry } من الملف محو أو محفوظ على أنه محو، وليس كليهما
fault-erased-without = جزء من { $id } يوصف بأنه ممحو، ولم يُنفَّذ محو يشمله
fault-erasure-covers = محو { $id } منفَّذ ولا يقول ما يشمله
fault-erasure-state = ما هو مدوَّن بشأن محو { $id } ليس ما تقرر هنا بحسب السجل
fault-erased-list = قائمة الممحو تقول عن { $id } ما لا يفعله أي محو
fault-erased-there = { $id } ممحو وأجزاء منه موجودة
fault-erased-told = { $id } يقع حيث طُمست كلمات، وهو يُظهرها
fault-erased-unlisted = مُحي { $id } وليس في قائمة الممحو
