//! The report's own words, in both languages.

use crate::model::{Grade, Tongue};

macro_rules! words {
    ($( $name:ident $en:literal $ar:literal ),+ $(,)?) => {
        /// Every word and phrase that a report says of its own.
        #[derive(Debug)]
        pub struct Words { $( pub $name: &'static str ),+ }

        const ENGLISH: Words = Words { $( $name: $en ),+ };
        const ARABIC: Words = Words { $( $name: $ar ),+ };
    };
}

words! {
    title "Verdict report" "تقرير الأحكام",
    published_by "Published by" "الناشر",
    made_at "Made at" "أُعدّ في",
    as_of "A past state, by the clocks of those who wrote: as of" "حالة سابقة، بحسب ساعات الكاتبين: كما كانت في",
    claims "Claims" "الادعاءات",
    selection "Chosen by" "معيار الاختيار",
    all_claims "all claims of the casebook" "جميع ادعاءات ملف التحقق",
    casebook "Casebook" "ملف التحقق",
    head "Head" "رأس السجل",
    last "Last entries" "آخر القيود",
    head_meaning
        "The head is one SHA-256 over every entry of the casebook’s journal: a casebook with the same head holds exactly what this report was made from. With the last entries, `hudna verify --head` tells whether a later one still holds all of it."
        "رأس السجل قيمة SHA-256 واحدة محسوبة على كل قيود ملف التحقق: فالملف الذي له الرأس نفسه يحوي بالضبط ما أُعدّ منه هذا التقرير. ومع آخر القيود يبيّن الأمر `hudna verify --head` هل ما زال ملف لاحق يحوي ذلك كله.",
    head_meaning_past
        "The head is one SHA-256 over every entry up to that time: `hudna report --as-of` of another casebook has the same head where that holds the same entries up to then. A past state has no last entries, since others have named them by now; only a report of the present can be held to a later casebook by `hudna verify --head`."
        "رأس السجل قيمة SHA-256 واحدة محسوبة على كل القيود حتى ذلك الوقت: فالأمر `hudna report --as-of` على ملف تحقق آخر يعطي الرأس نفسه إن كان يحوي القيود نفسها حتى ذلك الوقت. وليس للحالة السابقة آخر قيود، فقد ذكرتها قيود غيرها بعد ذلك؛ ولا يُقابَل بملف لاحق بالأمر `hudna verify --head` إلا تقرير عن الحال الحاضرة.",
    at_a_glance "At a glance" "نظرة عامة",
    verdicts "Verdicts" "الأحكام",
    whose "Whose claims" "أصحاب الادعاءات",
    unnamed "no speaker named" "بلا صاحب مسمّى",
    and_more "others" "غيرهم",
    disputed "Disputed" "مختلف فيه",
    no_verdict "No verdict yet" "لم يصدر حكم بعد",
    dismissed "Dismissed" "مستبعد",
    dismissed_because "Set aside as not checkable" "استُبعد لأنه غير قابل للتحقق",
    disputed_meaning
        "Checkers disagree; each verdict that stands is shown."
        "اختلف المدققون؛ وفي ما يلي كل حكم قائم.",
    claim "Claim" "ادعاء",
    translation "Translation" "الترجمة",
    passage "In its passage" "في سياقه",
    who_said_it "Who said it" "من قاله",
    speaker "Speaker" "صاحب الادعاء",
    unknown_speaker "not known" "غير معروف",
    role "Role" "الصفة",
    cue "Cue" "لفظ الإسناد",
    via "Passed on by" "نقلا عن",
    said_at "Said at" "قيل في",
    kind "Kind" "النوع",
    polarity "Polarity" "الموقف",
    quote "Quoted" "النقل",
    place "Place in the text" "الموضع في النص",
    origin "Found" "المصدر",
    found_by_program "by the program; confidence" "وجده البرنامج؛ درجة الثقة",
    found_by_person "added by a person" "أضافه شخص",
    nested "lies inside another claim" "يقع داخل ادعاء آخر",
    status "Status" "الحالة",
    conflict "Concurrent edits disagree on" "تعديلات متزامنة مختلفة في",
    document "Document" "الوثيقة",
    no_document
        "Typed in: this claim was heard or copied, and no document of the casebook holds it."
        "أُدخل يدويا: سُمع هذا الادعاء أو نُسخ، ولا وثيقة له في ملف التحقق.",
    heard_at "Heard or copied from" "سُمع أو نُسخ من",
    headline "Title" "العنوان",
    outlet "Outlet" "جهة النشر",
    author "Author" "الكاتب",
    published "Published" "تاريخ النشر",
    address "Address" "الرابط",
    bytes_hash "SHA-256 of the bytes" "بصمة SHA-256 للبايتات",
    text_hash "SHA-256 of the text" "بصمة SHA-256 للنص",
    size "Size" "الحجم",
    bytes "bytes" "بايت",
    imported "Imported" "أُدرجت",
    newer "A newer version of this document exists" "توجد نسخة أحدث من هذه الوثيقة",
    previous "Earlier version" "نسخة أقدم",
    document_withdrawn "This document was withdrawn" "سُحبت هذه الوثيقة",
    evidence "Evidence" "الأدلة",
    no_evidence "No evidence is attached." "لم تُرفق أدلة.",
    grade "Source grade" "درجة المصدر",
    note "Note" "ملاحظة",
    file "File" "ملف",
    hash "SHA-256" "بصمة SHA-256",
    added "Attached" "أُرفق",
    withdrawn "Withdrawn" "مسحوب",
    history "Verdict history" "سجل الأحكام",
    no_history "No verdict was given." "لم يصدر أي حكم.",
    standing "stands" "قائم",
    replaced "replaced by a later verdict of the same checker" "حل محله حكم لاحق للمدقق نفسه",
    after_end
        "dated after the end of this key, which was lost, revoked or replaced: do not rely on it"
        "بتاريخ بعد نهاية هذا المفتاح الذي فُقد أو أُلغي أو استُبدل: لا يُعتمد عليه",
    blind "given without sight of the others" "صدر دون الاطلاع على غيره",
    no_reason "no reason was given" "لم يُذكر سبب",
    comments "Comments" "التعليقات",
    log "Log" "السجل",
    when "When" "الوقت",
    who "Who" "من",
    what "What" "ماذا",
    from "Before" "قبل",
    to "After" "بعد",
    method "How to read this report" "كيف يُقرأ هذا التقرير",
    method_verdicts
        "A verdict is a dated, reasoned rating by a named checker. Nothing is overwritten: verdicts and evidence that were replaced or withdrawn stay in the report with the reason."
        "الحكم تقدير مؤرخ ومعلل يصدره مدقق معروف. ولا يُمحى شيء: فما استُبدل أو سُحب من الأحكام والأدلة يبقى في التقرير مع سببه.",
    method_grades
        "A source grade has two parts judged apart: A to F for the source, 1 to 6 for the information (Admiralty system). F and 6 mean that there is no basis to judge, not that it is bad."
        "لدرجة المصدر جزآن يُقدَّران منفصلين: من A إلى F للمصدر، ومن 1 إلى 6 للمعلومة (نظام الأميرالية). ويعني F و6 أنه لا أساس للتقدير، لا أنه سيئ.",
    method_hashes
        "A SHA-256 names the exact bytes of a file or text; compute it anew to see that nothing was changed. Times are by the writers’ clocks, in UTC."
        "تدل بصمة SHA-256 على البايتات نفسها لملف أو نص؛ فاحسبها من جديد لترى أن شيئا لم يتغير. والأوقات بساعات كاتبيها، بالتوقيت العالمي.",
    checkers "Checkers" "المدققون",
    key "Key" "المفتاح",
    key_ended "This key ended" "انتهى هذا المفتاح",
    ended_by "Said by" "ذكر ذلك",
    ended_why "Why" "السبب",
    successor "The key that follows" "المفتاح الذي يليه",
    unconfirmed "which does not say the same" "وهو لا يذكر مثل ذلك",
    reported_lost "Reported lost by" "أبلغ عن فقدانه",
    ended_meaning
        "A key that was lost, revoked or replaced has ended: what it signed with a later date is marked, and not to be relied on."
        "المفتاح الذي فُقد أو أُلغي أو استُبدل قد انتهى: فما وُقّع به بتاريخ لاحق عليه علامة، ولا يُعتمد عليه.",
    contact "Contact" "وسيلة الاتصال",
    no_claims "The query found no claim." "لم يجد معيار الاختيار أي ادعاء.",
    not_on_scale "not on this casebook’s scale" "ليس في سلّم هذا الملف",
}

impl Words {
    /// The words of a language.
    pub fn of(tongue: Tongue) -> &'static Words {
        match tongue {
            Tongue::English => &ENGLISH,
            Tongue::Arabic => &ARABIC,
        }
    }
}

/// Both axes of a source grade in words.
pub fn grade(grade: Grade, tongue: Tongue) -> String {
    let (source, information) = match tongue {
        Tongue::English => grade.words(),
        Tongue::Arabic => arabic_grade(grade),
    };
    let comma = if tongue == Tongue::Arabic { "، " } else { ", " };
    format!("{source}{comma}{information}")
}

/// Both axes of a source grade in Arabic.
pub fn arabic_grade(grade: Grade) -> (&'static str, &'static str) {
    let source = match grade.reliability() {
        'A' => "مصدر موثوق تماما",
        'B' => "مصدر موثوق عادة",
        'C' => "مصدر موثوق إلى حد ما",
        'D' => "مصدر غير موثوق عادة",
        'E' => "مصدر غير موثوق",
        _ => "تتعذر معرفة موثوقية المصدر",
    };
    let information = match grade.credibility() {
        '1' => "معلومة مؤكدة",
        '2' => "معلومة صحيحة على الأرجح",
        '3' => "معلومة قد تكون صحيحة",
        '4' => "معلومة مشكوك فيها",
        '5' => "معلومة مستبعدة",
        _ => "تتعذر معرفة صدق المعلومة",
    };
    (source, information)
}
