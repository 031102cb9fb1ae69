//! What a query finds: pairs of a query and a claim's words, through the casebook's own index.
#![allow(missing_docs, clippy::unwrap_used)]

use hudna::journal::{Casebook, Keyring};
use hudna::model::{NewClaim, Query};

const FOUND: &[(&str, &str)] = &[
    // Article and one-letter prefixes do not hide a word.
    ("هدنة", "الهدنة صامدة في الوادي"),
    ("هدنة", "التزمنا بالهدنة منذ فجر الأحد"),
    ("هدنة", "لا خرق للهدنة"),
    ("هدنة", "والهدنة مستمرة"),
    ("الهدنة", "وافقنا على هدنة من ثلاثة أيام"),
    ("وقف", "لن نقبل بوقف مؤقت"),
    ("وقف", "وأعلن ووقف القصف في اليوم نفسه"),
    ("وقف إطلاق النار", "التزمت القوات بوقف إطلاق النار"),
    ("اطلاق النار", "ولإطلاق النار ثمن"),
    ("تهدئة", "اتفاق التهدئة ما زال قائما"),
    ("تهدئة", "دعا الوسيط للتهدئة"),
    ("مدنيين", "لم يقتل أي من المدنيين"),
    ("مستشفى", "قصف المستشفى الميداني"),
    ("قوات", "والقوات لن تدخل البلدة"),
    ("قوات", "بقوات المشاة وحدها"),
    ("انسحاب", "فالانسحاب كامل"),
    ("معبر", "كالمعبر الشرقي"),
    ("يلتزم", "سيلتزم الجانبان"),
    // Whole words that begin like a prefix.
    ("وفد", "الوفد غادر القاعة"),
    ("فتح", "تعهد بفتح الطريق"),
    ("بلد", "في البلد الجار"),
    ("كتيبة", "والكتيبة الثالثة"),
    ("لجنة", "باللجنة المشتركة"),
    // Forms of one letter.
    ("اعلن", "أعلن المتحدث"),
    ("إعلان", "اعلان مشترك"),
    ("الامم", "الأمم ترعى الاتفاق"),
    ("اخر", "آخر شاحنة"),
    ("مستشفي", "مستشفى رهوان"),
    ("مسؤول", "مسوول محلي"),
    ("هدنه", "هدنة إنسانية"),
    ("مدرسة", "مدرسه الحي"),
    // Vowel signs, tatweel, presentation forms, Persian letters, digits.
    ("حراس", "حُرّاس المعبر"),
    ("هُدْنَة", "هدنة قصيرة"),
    ("هـــدنة", "هدنة طويلة"),
    ("هدنة", "هـدنـة"),
    ("هدنة", "\u{feeb}\u{feaa}\u{fee7}\u{fe94}"),
    ("سلام", "عاد الس\u{fefc}م"),
    ("كتيبة", "کتیبة"),
    ("27", "قتل ٢٧ شخصا"),
    ("٢٧", "قتل 27 شخصا"),
    ("۲۷", "قتل ٢٧ جنديا"),
    // The beginning of a word finds it, and common endings do not hide it.
    ("فلسط", "فلسطين"),
    ("خرق", "خرقها الطرف الآخر"),
    ("خروقات", "خروقاتها المتكررة"),
    ("مراقب", "مراقبون دوليون"),
    // English: case, accent, stem.
    ("CEASEFIRE", "the ceasefire holds"),
    ("ceasefire", "two ceasefires"),
    ("violate", "they violated it"),
    ("violating", "it violates the terms"),
    ("breach", "three breaches"),
    ("casualty", "no casualties"),
    ("shell", "shelling went on"),
    ("stop", "they stopped at dawn"),
    ("Melies", "the Méliès bridge"),
    ("truce", "A TRUCE"),
    ("naive", "a naïve hope"),
];

const NOT_FOUND: &[(&str, &str)] = &[
    // Different kinds of truce stay different.
    ("هدنة", "تهدئة الأجواء"),
    ("تهدئة", "الهدنة"),
    ("هدنة", "وقف إطلاق النار"),
    ("وقف إطلاق النار", "وقف الأعمال العدائية"),
    ("وقف الأعمال العدائية", "وقف إطلاق النار"),
    ("هدوء", "الهدنة"),
    ("truce", "ceasefire"),
    ("ceasefire", "cessation of hostilities"),
    ("calm", "truce"),
    // What looks like a prefix belongs to the word.
    ("قف", "وقف القتال"),
    ("فد", "الوفد"),
    ("تح", "فتح المعبر"),
    ("لد", "بلد بعيد"),
    ("تيبة", "الكتيبة"),
    ("جنة", "اللجنة"),
    ("جنه", "لجنة التحقيق"),
    ("زير", "وزير الدفاع"),
    ("كالة", "الوكالة"),
    ("ساطة", "الوساطة"),
    ("عثة", "البعثة"),
    ("يان", "البيان"),
    ("غداد", "بغداد"),
    ("يروت", "بيروت"),
    ("بنان", "لبنان"),
    ("فصل", "الفصائل"),
    ("قت", "الوقت"),
    ("تيب", "كتائب"),
    ("فاة", "وفاة"),
    // Other words.
    ("جنة", "جنيه"),
    ("سلام", "استلام"),
    ("قتل", "قاتل"),
    ("حرب", "محراب"),
    ("نار", "نور"),
    ("وقف", "قفا"),
    ("كتب", "كتيبة"),
    ("27", "270 قذيفة ٢٨"),
    ("9", "قتل ٩٠ و19 شخصا"),
    ("بلد", "ولد"),
    ("مدني", "مدينة"),
    ("مدينة", "مدنيين"),
    ("شرق", "مشرق"),
    ("cease", "increase"),
    ("hold", "threshold"),
    ("bus", "but"),
    ("arm", "harm"),
    ("fire", "misfire"),
];

#[test]
fn queries_find_what_a_reader_expects() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook =
        Casebook::open_or_create(&folder.path().join("casebook.db"), Keyring::at(folder.path())).unwrap();
    let mut wrong = Vec::new();
    for (pairs, should) in [(FOUND, true), (NOT_FOUND, false)] {
        for (query, text) in pairs {
            let claim = NewClaim { text: (*text).to_owned(), ..NewClaim::default() };
            let id = casebook.add_claim(&claim).unwrap();
            let found = casebook.claims_after(&Query::parse(query).unwrap(), None, 1000).unwrap();
            if found.iter().any(|claim| claim.id == id) != should {
                wrong.push(format!("{query} in {text}: should be {should}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(FOUND.len() + NOT_FOUND.len() >= 60 && NOT_FOUND.len() >= 25);
}
