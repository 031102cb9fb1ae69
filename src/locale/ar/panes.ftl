### أقسام الشاشة: القائمة وصفحة الادعاء والوثيقة والتعارضات والدمج.

tui-disputed = مختلف فيه
tui-claim = ادعاء { $id }

## القائمة

tui-list-empty =
    لا ادعاءات هنا بعد. استورد مقالا من سطر الأوامر:
    hudna import ARTICLE.txt   (ملف أو مجلد أو رابط، أو - لما يُمرَّر إليه)
    ثم تظهر ادعاءاته هنا من تلقاء نفسها. a يضيف ادعاء سمعته أو نسخته.
tui-list-none =
    لا ادعاء يطابق ما طلبت.
    Esc يزيل المرشح و / يغيّره.

## صفحة الادعاء

tui-detail-said = النوع والموقف والنقل
tui-detail-via-joint = { "" }، عن{ " " }
tui-detail-worth = جدارته بالتحقق
tui-detail-dismissed = سبب الاستبعاد
tui-detail-conflicts = كتبه اثنان على وجهين: { $fields }
tui-detail-document = الوثيقة
tui-detail-newer = ! توجد نسخة أحدث من هذه الوثيقة.
tui-detail-blanked = ! مُحيت كلمات من نصها، وبايتاتها كما وردت.
tui-document-withdrawn = ! سُحبت: { $why }
tui-detail-verdicts = الأحكام ({ $n })
tui-detail-no-verdict = لا حكم بعد: r لإصدار حكم
tui-detail-disputed = ≠ مختلف فيه: الأحكام القائمة متباينة
tui-after-end = بعد نهاية المفتاح
tui-blind-hidden = مخفية حتى تصدر حكمك: r لإصداره، وb لإظهارها
tui-blind-value = (مخفي حتى تصدر حكمك)
tui-verdict-blind = دون الاطلاع على غيره
tui-verdict-stands = قائم
tui-verdict-replaced = حل محله غيره
tui-withdrawn = مسحوب
tui-withdrawn-because = سُحب: { $why }
tui-detail-evidence = الأدلة ({ $n })
tui-detail-no-evidence = لا دليل بعد: t لإرفاق دليل
tui-detail-comments = التعليقات ({ $n })
tui-detail-log = السجل
tui-log-to = من «{ $old }» إلى «{ $new }»
tui-log-to-nothing = كان «{ $old }» ثم أُفرغ
tui-log-more = وقبلها { $n }: انظر `hudna log`

## أنواع القيود


## الوثيقة

tui-document-newer = ! توجد نسخة أحدث من هذه الوثيقة؛ وتبقى الادعاءات على هذه.
tui-document-place = ادعاء { $at } من { $count }
tui-document-no-claims = لا ادعاءات هنا: v لتحديد ادعاء
tui-mark-begin = اذهب إلى أول كلمة (بالأسهم أو w وb) ثم اضغط v.
tui-mark-on = والآن إلى نهاية آخر كلمة؛ ثم a أو Enter.
tui-mark-marked = { $n ->
    [zero] لم يُحدد شيء.
    [one] حُدد حرف واحد؛ ثم a أو Enter.
    [two] حُدد حرفان؛ ثم a أو Enter.
    [few] حُددت { $n } أحرف؛ ثم a أو Enter.
    [many] حُدد { $n } حرفا؛ ثم a أو Enter.
   *[other] حُدد { $n } حرف؛ ثم a أو Enter.
}

## التعارضات

tui-conflicts-head = ما يتعارض: { $n }
tui-conflicts-none = لا تعارض. Esc للرجوع إلى الادعاءات.
tui-conflicts-verdicts = الأحكام
tui-conflicts-sides = { $n ->
    [zero] لا أطراف
    [one] طرف واحد
    [two] طرفان
    [few] { $n } أطراف
    [many] { $n } طرفا
   *[other] { $n } طرف
}
tui-conflicts-more = الأطراف { $first } إلى { $last } من { $count }
tui-conflicts-choose = الأطراف: اختر واحدا، أو e لقيمة من عندك
tui-conflicts-dispute = الأحكام: لا يغيّر أحد حكم غيره
tui-conflicts-shown = المعروض في القوائم
tui-conflicts-empty = (فارغ)
tui-conflicts-you = { $name } (أنت)

## ما يجري الآن

tui-cancelling = جارٍ الإلغاء… ولا يتغير شيء.
tui-work-way = { $n } ٪
tui-work-seconds = { $n } ث
tui-doing-opening = فتح ملف التحقق
tui-doing-copying = نسخ الملف إلى مجلد خاص
tui-doing-proving = التثبت من قيوده
tui-doing-checking = انتظار فحص SQLite للملف
tui-doing-waiting = الانتظار حتى لا يكتب برنامج آخر
tui-doing-taking = أخذ القيود الناقصة هنا
tui-doing-folding = تبيّن ما تغيّره
tui-doing-keeping = حفظ ملف التحقق كما كان، بجانبه
tui-doing-ending = تسليم كل شيء إلى القرص
tui-doing-reading = قراءة الادعاءات
tui-doing-writing = كتابة الملف
tui-doing-drafting = إعداد النسخة في مجلد خاص

## تسليم نسخة

tui-share-drafting = إعداد النسخة
tui-share-writing = كتابتها
tui-share-preview = ما تحويه النسخة وما تكشفه
tui-share-done = كُتبت النسخة
tui-share-cancelling = جارٍ الإلغاء… ولا يُكتب شيء.
tui-share-ask-stop = Esc يوقفه؛ ولا يُكتب شيء قبل أن يتم كله.
tui-share-ask = أتُكتب؟   y نعم   n لا
tui-share-whole = كل شيء: الوثائق والادعاءات والأدلة والأحكام والتعليقات، وأسماء كل من عمل فيه ووسائل الاتصال بهم.
tui-share-part = ادعاءات المرشح «{ $query }» مع وثائقها (نصها كاملا) وأدلتها والأحكام والتعليقات عليها، وأسماء المشاركين فيها؛ أما ما عداها فيُذكر أنه جرى من دون ما قيل فيه.
tui-share-plain = ! النسخة غير مشفّرة: فمن يحصل على الملف يقرأ كل ما فيه.
tui-share-else = وأمر `hudna share` يشفّر النسخة أيضا (--encrypt) ويحجب الأسماء (--redact).
tui-share-sha256 = البصمة SHA-256، لتُبلَّغ للمستلم بوسيلة أخرى:

## الدمج

tui-merge-proving = قراءة الملف والتثبت منه
tui-merge-taking = أخذ ما فيه
tui-merge-nothing = لا جديد
tui-merge-all-here = كل ما فيه موجود هنا.
tui-merge-preview = ما سيأتي به الدمج
tui-merge-merged = تم الدمج
tui-merge-ask-stop = Esc يوقفه؛ ولا يتغير شيء قبل أن يتم كله.
tui-merge-ask-last = يُسلَّم كله إلى القرص الآن، فلا يمكن إيقافه بعد.
tui-merge-too-late = كان قد تم حين طُلب إلغاؤه.
tui-merge-ask-close = Esc للإغلاق.
tui-merge-ask-take = أتأخذه؟   y نعم   n لا
tui-merge-ask-done = Enter للإغلاق.
tui-merge-ask-conflicts = K يعرض ما يتعارض؛ وEnter للإغلاق.
tui-merge-new = الجديد
tui-merge-changes-only = تغييرات فقط
tui-merge-by = كتبه
tui-merge-also = وكذلك
tui-merge-filled = { $n ->
    [zero] لا أجزاء كانت محجوبة
    [one] جزء واحد كان محجوبا
    [two] جزآن كانا محجوبين
    [few] { $n } أجزاء كانت محجوبة
    [many] { $n } جزءا كان محجوبا
   *[other] { $n } جزء كان محجوبا
}
tui-merge-ahead = { $n ->
    [zero] لا قيود تسبق ساعة هذا الحاسوب
    [one] قيد واحد يسبق تاريخه ساعة هذا الحاسوب بأكثر من يوم
    [two] قيدان يسبق تاريخهما ساعة هذا الحاسوب بأكثر من يوم
    [few] { $n } قيود يسبق تاريخها ساعة هذا الحاسوب بأكثر من يوم
    [many] { $n } قيدا يسبق تاريخها ساعة هذا الحاسوب بأكثر من يوم
   *[other] { $n } قيد يسبق تاريخها ساعة هذا الحاسوب بأكثر من يوم
}
tui-merge-erasures = { $n ->
    [zero] لا طلبات محو
    [one] طلب محو واحد يمكن تأكيده (أمر «طلبات المحو»)
    [two] طلبا محو يمكن تأكيدهما (أمر «طلبات المحو»)
    [few] { $n } طلبات محو يمكن تأكيدها (أمر «طلبات المحو»)
    [many] { $n } طلب محو يمكن تأكيدها (أمر «طلبات المحو»)
   *[other] { $n } طلب محو يمكن تأكيدها (أمر «طلبات المحو»)
}
tui-merge-conflicts = التعارضات
tui-merge-against = { $conflicts }، والخلافات على الحكم: { $disputes }
tui-merge-conflict = ≠ { $field } في { $subject }
tui-merge-dispute = ≠ الأحكام: { $verdicts }
tui-merge-against-word = مقابل
tui-merge-first = يُعرض من كل منهما أول { $n }
tui-merge-other-case-hint = لم يؤخذ شيء. إن كان من هذه القضية مع ذلك فاختر في حقل «القيود» أن تدخل قيود قضية أخرى أيضا.
tui-merge-backup = حُفظ ملف التحقق كما كان في { $place }
tui-count-entries = { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدا
   *[other] { $n } قيد
}
tui-count-documents = { $n ->
    [zero] لا وثائق
    [one] وثيقة واحدة
    [two] وثيقتان
    [few] { $n } وثائق
    [many] { $n } وثيقة
   *[other] { $n } وثيقة
}
tui-count-verdicts = { $n ->
    [zero] لا أحكام
    [one] حكم واحد
    [two] حكمان
    [few] { $n } أحكام
    [many] { $n } حكما
   *[other] { $n } حكم
}
tui-count-comments = { $n ->
    [zero] لا تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $n } تعليقات
    [many] { $n } تعليقا
   *[other] { $n } تعليق
}
tui-count-evidence = { $n ->
    [zero] لا أدلة
    [one] دليل واحد
    [two] دليلان
    [few] { $n } أدلة
    [many] { $n } دليلا
   *[other] { $n } دليل
}
