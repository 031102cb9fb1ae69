### cli

## الإعدادات

settings-fault = { $place }: { $what }
settings-fault-hint = { $hint } لم يُنفَّذ شيء. الأمر `hudna settings` يعرض الإعدادات السارية، ويمكن إصلاح الملف بأي محرّر.
settings-unread = تعذّرت قراءة الإعدادات: { $place }: { $what }
settings-unread-hint = لم يُنفَّذ شيء. تأكد من أن الملف لك وأنه نص بترميز UTF-8، أو انقله من مكانه.
settings-unwritten = تعذّرت كتابة الإعدادات: { $place }: { $what }
settings-unwritten-hint = بقي الملف كما كان. المتغيرات HUDNA_LANG وHUDNA_BIDI وأمثالها تضبط الشيء نفسه لمرة واحدة.
settings-kept-hint = { $hint } بقي الملف كما كان.
settings-set = قيمة { $name } الآن { $value } ({ $place })
settings-taken-out = لم يعد { $name } مضبوطا ({ $place })
settings-overridden = هذه المرة تسري قيمة { $variable } أو خيار سطر الأوامر
settings-place = الإعدادات ({ $place })
settings-from-default = القيمة المعتادة
settings-from-file = من الملف
settings-from-option = من سطر الأوامر

## الطرفية

doctor-bidi-guessed = بالتخمين؛ والخيار --bidi أو الإعداد bidi يحدد غيره
doctor-which = أي سطر يُقرأ صحيحا، من 1 إلى { $last }؟ الضغط على Enter لا يغيّر شيئا:
doctor-which-again = أجب برقم السطر أو باسم الوضع، مثل 1 أو app.
multiplexer-before = داخل tmux أو screen تقلب هذه الطرفية النص العربي: افصل الجلسة، ونفّذ { $command } في سطر الأوامر، ثم عُد إليها.
multiplexer-mode = داخل tmux أو screen لا يرى hudna الطرفية: إن ظهر النص العربي مقلوبا فشغّله بالخيار --bidi { $mode }.

progress-proving = قراءة الملف والتحقق منه
progress-trying = حساب ما سيأتي به الدمج
progress-taking = دمج ما فيه
progress-sharing = صنع النسخة
progress-recovering = إنقاذ ما يمكن إنقاذه
progress-rebuilding = بناء الجداول من جديد
progress-past = بناء الحالة السابقة
progress-upgrading = ترقية ملف التحقق إلى صيغة هذا الإصدار
progress-opening = فتح الملف
progress-way = أُنجز { $done } من { $all }
