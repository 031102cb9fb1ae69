### إدراج المقالات واستخراج الادعاءات منها وقياس جودة الاستخراج.

## import

import-it-said = قال البرنامج: { $line }
import-same = { $id }  { $n ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $n } ادعاءات
    [many] { $n } ادعاءً
   *[other] { $n } ادعاء
}، موجودة من قبل: { $input }
import-version = { $id }  { $n ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $n } ادعاءات
    [many] { $n } ادعاءً
   *[other] { $n } ادعاء
}، نسخة جديدة من { $previous }: { $input }
import-new = { $id }  { $n ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $n } ادعاءات
    [many] { $n } ادعاءً
   *[other] { $n } ادعاء
}، وثيقة جديدة: { $input }
import-stopped = أُوقف العمل، وما لم يُجرَّب: { $n ->
    [zero] لا شيء
    [one] مُدخل واحد
    [two] مُدخلان
    [few] { $n } مُدخلات
    [many] { $n } مُدخلا
   *[other] { $n } مُدخل
}؛ وما ذُكر أنه جديد قد أُدرج
import-of = { $input }:

## extract

extract-stopped = أُوقف العمل، وما لم يُجرَّب: { $n ->
    [zero] لا شيء
    [one] مُدخل واحد
    [two] مُدخلان
    [few] { $n } مُدخلات
    [many] { $n } مُدخلا
   *[other] { $n } مُدخل
}
extract-none = لم يُعثر على ادعاءات
extract-nothing-to-compare = ليس هناك ما يُقارَن به
extract-nothing-to-compare-hint = اذكر برنامجا آخر بالخيار --with، أو ضع ملفات معجم في { $folder }.
extract-with-lexicons = مع المعاجم
extract-without = دونها
extract-built-in = المدمج
again-all-same = لا عمل هنا: استُخرج بهذا الإصدار نفسه من قبل ({ $version })
again-same = { $n ->
    [zero] لا وثائق استُخرجت
    [one] وثيقة واحدة استُخرجت
    [two] وثيقتان استُخرجتا
    [few] { $n } وثائق استُخرجت
    [many] { $n } وثيقة استُخرجت
   *[other] { $n } وثيقة استُخرجت
} بهذا الإصدار نفسه من قبل ({ $version })
again-newer = { $n ->
    [zero] لا وثائق استُخرجت
    [one] وثيقة واحدة استُخرجت
    [two] وثيقتان استُخرجتا
    [few] { $n } وثائق استُخرجت
    [many] { $n } وثيقة استُخرجت
   *[other] { $n } وثيقة استُخرجت
} بقواعد أحدث تبقى سارية؛ ثبّت إصدارها للعمل بها، أو ضع استخراجك مكانها بالخيار --over
again-dry = لم يُكتب شيء؛ ودون --dry-run يُكتب، وحينها يتراجع عنه كله `hudna undo`
again-stopped = أُوقف العمل، وما لم يُجرَّب: { $n ->
    [zero] لا شيء
    [one] وثيقة واحدة
    [two] وثيقتان
    [few] { $n } وثائق
    [many] { $n } وثيقة
   *[other] { $n } وثيقة
}؛ وما ذُكر محفوظ
again-withdrawn = { $id } مسحوبة، وقد تُركت كما هي
again-done = { $id }  { $numbers }: { $title }
again-numbers = الجديد { $new }، الزائل { $gone }، المختلف { $changed }، المماثل { $same }
again-numbers-touched = الجديد { $new }، الزائل { $gone }، المختلف { $changed }، المماثل { $same }، ما لم يوجد وأُبقي لأن أحدا عمل عليه { $touched }
compare-sums = المماثل { $same }، المختلف في حقوله { $differ }، عند { $left } وحده { $first }، عند { $right } وحده { $second }
compare-only = عند { $side } وحده
compare-same = مماثل
compare-differs = مختلف: { $left }، أو { $right }
compare-or = أو
explain-found = { $polarity }، { $kind }، { $quote }، درجة الثقة { $confidence }
explain-found-nested = { $polarity }، { $kind }، { $quote }، داخل ادعاء آخر، درجة الثقة { $confidence }
explain-worth = الجدارة
explain-claim = الادعاء
explain-cue-at = موضع اللفظ
explain-rule = القاعدة
step-named = مذكور عند لفظ الإسناد
step-short = اسم مختصر يعود إلى
step-document = نص صاحبه
step-left-out = آخر قائل مناسب (الفاعل محذوف أو ضمير)
step-he = ضمير لرجل
step-she = ضمير لامرأة
step-it = ضمير لجهة
step-same = تتمة لكلام القائل السابق
step-fullest = أتم اسم وصفة في المقال
step-nobody = لا أحد مذكور
step-name = { $step }: { $name }
step-name-role = { $step }: { $name } ({ $role })

## القواعد التي تُستخرج بها الادعاءات

rule-according = بحسب فلان
rule-carried = منقول عن آخر
rule-clause-first = الجملة قبل القائل والفعل
rule-denials = نفي معطوف على نفي
rule-noun-clause = اسم قبل جملته
rule-noun-saying = اسم من أسماء القول
rule-noun-content = اسم مع مضمونه
rule-participle = تتمة باسم فاعل
rule-passive = مبني للمجهول
rule-passive-agent = مبني للمجهول مع ذكر الفاعل
rule-quotation-first = الاقتباس قبل الفعل والقائل
rule-quotation-on = تتمة الاقتباس
rule-quoted = منقول على لسان آخر
rule-relative = جملة صلة
rule-rumour = شائعة
rule-in-document = وارد في نص
rule-after-quotation = فعل بعد الاقتباس
rule-verb-attached = فعل مع حرف جر متصل
rule-verb-bare = فعل مع جملة بلا رابط
rule-verb-colon = فعل مع نقطتين
rule-verb-complementiser = فعل مع «إنّ» أو «أنّ»
rule-verb-infinitive = فعل مع مصدر
rule-verb-object = فعل مع مفعول به
rule-verb-preposition = فعل مع حرف جر
rule-verb-pronoun = فعل مع ضمير مفعول به
rule-verb-quotation = فعل مع اقتباس
rule-verb-that = فعل مع that

## score

score-misplaced = تنبؤات لا توافق مقالها، وعددها { $n }: هل مواضعها محسوبة بمحارف نصه؟
score-unread = تعذّرت قراءة { $file }: { $why }
score-unread-hint = تأكد من الاسم ومن حقك في القراءة.
score-no-article = { $place }: لا مقال باسم { $file } تحت { $folder }
score-no-article-hint = اذكر مجلد المقالات المعلَّمة بالخيار --texts.
score-no-utf8 = { $file } ليس نصا سليما بترميز UTF-8
score-sums = المقالات { $files }، ومنها بلا تنبؤ { $without }؛ الادعاءات المعلَّمة { $labelled }، المتنبأ بها { $predicted }، الأزواج { $pairs }
score-exact = تطابق تام
score-precision = الدقة
score-recall = الاستدعاء
score-end-to-end = الكل معا
score-characters = المحارف
score-measures = الدقة { $precision }  الاستدعاء { $recall }  F1 { $f }
score-confidence = الثقة
score-claims = الادعاءات
score-mean = المتوسط
score-right = الصواب
score-and-more = من { $from } فأكثر
score-calibration = درجة Brier { $brier }، خطأ المعايرة { $error }
score-covered = المغطى
score-labelled = المعلَّم
score-half = نصفه
score-share = النسبة
score-found = وُجد
score-precision-column = الدقة
score-recall-column = الاستدعاء
score-missed = فائت
score-extra = زائد
score-differs = مختلف
score-span = الموضع
score-predicted = المتنبأ
score-quote-column = النقل
