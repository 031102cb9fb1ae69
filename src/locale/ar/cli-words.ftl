### ما تقوله أوامر عدة: الأعداد والعناوين والأوقات والأسئلة والمواضع.

## الخواتيم

cli-error = خطأ: { $message }
cli-hint = تلميح: { $hint }
cli-failed = تعذّر: { $what }
cli-of = { $of }: { $what }
cli-unsafe-bytes = هذه البايتات ليست نصا وقد تُربك الطرفية
cli-unsafe-bytes-hint = اكتبها في ملف بالخيار -o أو مرّرها إلى برنامج آخر.
cli-no-json = تعذّرت كتابة النتيجة بصيغة JSON: { $why }
cli-no-field = لم يُذكر حقل لتعديله
cli-no-field-hint = الأمر `hudna { $verb } --help` يسرد الحقول.
cli-no-number = ليس عددا صحيحا يبدأ من الصفر
cli-no-jobs = ليس عددا صحيحا بين 1 و256
cli-no-seconds = ليس عددا من الثواني لا يتجاوز يوما
cli-no-signals = يتعذّر انتظار الإشارات: { $why }
cli-is-no-file = ليس ملفا
cli-is-no-utf8 = ليس نصا سليما بترميز UTF-8
cli-too-large = حجمه يزيد على { $mib } MiB
cli-no-extractor = لم يُذكر مستخرِج

## الأعداد

count-verdicts = { $n ->
    [zero] لا أحكام
    [one] حكم واحد
    [two] حكمان
    [few] { $n } أحكام
    [many] { $n } حكما
   *[other] { $n } حكم
}
count-comments = { $n ->
    [zero] لا تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $n } تعليقات
    [many] { $n } تعليقا
   *[other] { $n } تعليق
}
count-documents = { $n ->
    [zero] لا وثائق
    [one] وثيقة واحدة
    [two] وثيقتان
    [few] { $n } وثائق
    [many] { $n } وثيقة
   *[other] { $n } وثيقة
}
count-evidence = { $n ->
    [zero] لا أدلة
    [one] دليل واحد
    [two] دليلان
    [few] { $n } أدلة
    [many] { $n } دليلا
   *[other] { $n } دليل
}
count-entries = { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
}
count-parts = { $n ->
    [zero] لا أجزاء
    [one] جزء واحد
    [two] جزآن
    [few] { $n } أجزاء
    [many] { $n } جزءا
   *[other] { $n } جزء
}
count-sittings = { $n ->
    [zero] لا جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $n } جلسات
    [many] { $n } جلسة
   *[other] { $n } جلسة
}
count-signatures = { $n ->
    [zero] لا تواقيع
    [one] توقيع واحد
    [two] توقيعان
    [few] { $n } تواقيع
    [many] { $n } توقيعا
   *[other] { $n } توقيع
}
count-blobs = { $n ->
    [zero] لا محتويات مخزّنة
    [one] محتوى مخزّن واحد
    [two] محتويان مخزّنان
    [few] { $n } محتويات مخزّنة
    [many] { $n } محتوى مخزّنا
   *[other] { $n } محتوى مخزّن
}
count-bytes = { $n ->
    [zero] لا بايتات
    [one] بايت واحد
    [two] بايتان
    [few] { $n } بايتات
    [many] { $n } بايتا
   *[other] { $n } بايت
}

## الأسئلة

ask-yes-no = { $question } [نعم/لا، والأصل لا]
ask-nobody = يلزم هنا جواب منك، ولا أحد يمكن سؤاله
ask-nobody-hint = لم يتغير شيء. أضف --yes لتنفيذه.
ask-nobody-fingerprint-hint = لم يتغير شيء. أضف --fingerprint SHA256:… أو --yes إن كنت متأكدا.
ask-nothing-changed = لم يتغير شيء
ask-other-fingerprint = للمفتاح بصمة أخرى: { $fingerprint }
ask-other-fingerprint-hint = لم يتغير شيء. إما أن البصمة نُقلت خطأ، أو أن المفتاح ليس لمن يحمل اسمه: اسأله ثانية عبر وسيلة أخرى.
ask-fingerprint = البصمة  { $fingerprint }
ask-compare = قارنها بما يراه صاحب المفتاح في `hudna whoami`، عبر وسيلة أخرى
ask-passphrase = عبارة المرور:
ask-again = مرة أخرى:
ask-passphrase-of = عبارة مرور { $file }:
ask-unlike = العبارتان غير متطابقتين
ask-unlike-hint = لم يُكتب شيء. أعد المحاولة.
ask-short = عبارة مرور من أقل من ثمانية محارف تُخمَّن في لحظات
ask-short-hint = لم يُكتب شيء. اختر عدة كلمات.
ask-no-terminal = لا طرفية تُكتب فيها عبارة المرور
ask-no-terminal-hint = لم يتغير شيء. اذكر ملفا يحويها بالخيار --passphrase-file.
ask-unread = تعذّرت قراءة عبارة المرور من { $file }: { $why }
ask-unread-hint = لم يتغير شيء.

## حالة سابقة

past-state = حالة سابقة: كما كانت في { $time } بالتوقيت العالمي بحسب ساعات الكاتبين، وفيها { $n } من أصل { $all ->
    [one] قيد واحد
    [two] قيدين
    [few] { $all } قيود
    [many] { $all } قيدا
   *[other] { $all } قيد
}.
past-no-time = ليس وقتا: اكتب 2026-03-01 أو «2026-03-01 14:30» أو وقتا بصيغة RFC 3339 أو المدة التي مضت مثل 2h أو «قبل 3 أيام»
past-not-yet = لم يحن هذا الوقت بعد

## ملف التحقق الذي يعمل عليه الأمر

session-upgraded = حُوِّل ملف التحقق إلى صيغة هذا الإصدار، وحُفظ كما كان في { $file }
session-key-ended = مفتاحك { $how } منذ { $at }: كل ما تكتبه به يُوسَم للجميع؛ والأمر `hudna key --help` يبيّن كيف تتابع بمفتاح آخر
session-new = لم يكن هناك ملف تحقق: بدأ ملف جديد في { $file }
session-new-place = ملف التحقق الجديد في { $file }: { $warning }
session-no-id = «{ $given }» ليس معرّفا: يبدأ المعرّف بحرف يدل على ما يسميه
session-no-id-hint = c ادعاء، d وثيقة، e دليل، v حكم، m تعليق، k مدقق، x استخراج؛ والأمر `hudna claims` يسرد الادعاءات.
place-no-home = لا يُعرف مجلد منزلي يُحفظ فيه ملف التحقق والمفتاح
place-no-home-hint = اضبط HUDNA_HOME على مجلد لك.
ground-a-service = خدمة سحابية
ground-two-services = { $one } أو { $other }
ground-shared-disk = قرص تكتب عليه أجهزة عدة
ground-outside = مجلد مشترك من الجهاز المضيف
ground-synced = يبدو أنه في مجلد تزامنه { $service }، وقد يُتلفه ذلك أو يُفرّعه: احفظه في مكان آخر وسلّم النسخ بالأمر `hudna share`
ground-network = هو على نظام ملفات شبكي ({ $by })، وقد تخفق الأقفال فيه ويضيع آخر العمل: احفظه على قرص في هذا الجهاز وسلّم النسخ بالأمر `hudna share`

## الملفات التي تكتبها الأوامر

target-folder = { $file } مجلد
target-folder-hint = اذكر ملفا داخله.
target-precious = الملف { $file } ملف تحقق أو مفتاح أو ما تعرفه عن المفاتيح، ولا يُستبدل أبدا
target-unwritten = تعذّرت كتابة { $file }: { $why }
target-unwritten-hint = تأكد من وجود المجلد ومن حقك في الكتابة فيه ومن وجود متسع.
target-taken = { $file } موجود من قبل
target-taken-hint = لم يُكتب شيء. اختر اسما آخر.
target-taken-force-hint = لم يُكتب شيء. اختر اسما آخر، أو استبدله بالخيار --force.

## معاجم المستخدم

lexicons-unusable = لا يمكن استعمال الألفاظ التي في { $folder }: { $why }
lexicons-unusable-hint = أصلح ذلك الملف أو أخرجه من المجلد. صيغة هذه الملفات موصوفة في docs/lexicon.md.
lexicons-unread = تعذّرت قراءة ملف المعجم { $file }: { $why }
lexicons-unread-hint = أصلحه أو أخرجه من ذلك المجلد. صيغة هذه الملفات موصوفة في docs/lexicon.md.
lexicons-too-many = عدد الملفات يزيد على { $most }

## منضدة العمل

workbench-no-screen = لا تُعرض منضدة العمل إلا في طرفية
workbench-no-screen-hint = الأمر `hudna --help` يسرد الأوامر الصالحة للبرامج النصية، مثل `hudna claims --json`.
workbench-blind-alone = لا معنى للخيار --blind قبل أمر: فهو يفتح منضدة العمل
try-no-folder = تعذّر إنشاء مجلد مؤقت: { $why }
try-no-folder-hint = اضبط TMPDIR على مجلد لك حق الكتابة فيه.
try-place = هذا ملف تحقق للتجربة: { $file } (يبقى بين الملفات المؤقتة التي ينظفها النظام)
try-unwritten = تعذّرت كتابة العينات: { $why }
