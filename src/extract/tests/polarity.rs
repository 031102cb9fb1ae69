//! What a speaker does with the content, over our own sentences.

use super::found;
use crate::model::{Kind, Polarity};

/// Every sentence has one claim; its polarity must be the one it is listed under.
fn check(polarity: Polarity, sentences: &[&str]) {
    let mut wrong = String::new();
    for text in sentences {
        let got: Vec<_> = found(text).into_iter().map(|e| (e.claim.polarity, e.claim.text)).collect();
        if got.len() != 1 || got[0].0 != polarity {
            wrong += &format!("\n{text}\n  wanted {polarity}, found {got:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn arabic_denials() {
    check(
        Polarity::Deny,
        &[
            "نفى البحري أن تكون قواته قد دخلت المدينة.",
            "نفت قيادة الجيش وجود أسرى لديها.",
            "أنكر قائد الكتيبة صلته بالهجوم.",
            "رفض مجلس نوران الاتهامات الموجهة إليه.",
            "كذّب المتحدث الأنباء عن انهيار الهدنة.",
            "قال البحري إنه لا نية لقواته للانسحاب.",
            "أكد المتحدث أن الهجوم لم يقتل أي مدني.",
            "قال الوزير إن لا صحة للأنباء عن خرق الهدنة.",
            "استبعد الوسيط استئناف المحادثات.",
            "قال المحافظ إنه ليس هناك أي قصف على المدينة.",
            "فند الناطق مزاعم استخدام أسلحة محرمة.",
            "أكد قائد الكتيبة أن قواته لم تستهدف المستشفى.",
            "قال الناطق إن مقاتليه لم يطلقوا النار على الجسر.",
        ],
    );
}

#[test]
fn arabic_commitments() {
    check(
        Polarity::Commit,
        &[
            "أعلنت نوران وقف إطلاق النار.",
            "تعهد البحري بفتح المعبر غدا.",
            "هدد قائد الكتيبة بالرد على أي خرق.",
            "قالت الحكومة إنها ستفرج عن الأسرى.",
            "أكد البحري أن بلاده ستلتزم بالهدنة.",
            "وافقت كتيبة الفجر على خطة الوسيط.",
            "قال البحري: سنناقش الاتفاق مع الوسطاء.",
            "توعد زعيم الكتيبة بالانتقام.",
            "قال قائد الجيش إن قواته سوف تنسحب من الجسر.",
            "أعلن الجيش هدنة لمدة يومين.",
        ],
    );
}

#[test]
fn arabic_calls() {
    check(
        Polarity::Call,
        &[
            "دعا الوسيط الطرفين إلى ضبط النفس.",
            "طالب مجلس نوران الحكومة بفتح الممرات.",
            "حث المبعوث الأطراف على التهدئة.",
            "ناشدت منظمة السلام الأطراف وقف القتال.",
            "شدد البحري على ضرورة فتح الطرق.",
            "قال المبعوث إن على الطرفين أن يحترما الاتفاق، وإنه يجب فتح المعابر.",
            "أكدت الوزيرة أنه ينبغي وقف القصف فورا.",
            "أعربت نوران عن أملها في أن تصمد الهدنة.",
            "قال المحافظ: هناك حاجة ماسة إلى الدواء.",
            "تمنى الوسيط أن يعود السلام.",
        ],
    );
}

#[test]
fn arabic_concerns() {
    check(
        Polarity::Concern,
        &[
            "أعربت المنظمة عن قلقها من التصعيد.",
            "حذر المبعوث من انهيار الهدنة.",
            "أدان مجلس نوران الهجوم على القافلة.",
            "أبدى الوسيط أسفه لتعثر المحادثات.",
            "ندد البحري بالقصف.",
            "انتقدت الوزيرة تأخر المساعدات.",
            "قال الطبيب: نخشى انتشار المرض.",
            "استنكرت الهيئة استهداف المستشفى.",
        ],
    );
}

#[test]
fn arabic_assertions() {
    check(
        Polarity::Assert,
        &[
            "قال البحري إن المعبر مفتوح.",
            "رحبت نوران بالاتفاق.",
            "اتهمت الحكومة كتيبة الفجر بقصف الميناء.",
            "أفادت مصادر طبية بمقتل ستة أشخاص.",
            "ذكرت صحيفة برق أن القافلة وصلت.",
            "أكد الجيش أن قواته سيطرت على التل.",
        ],
    );
}

#[test]
fn english_denials() {
    check(
        Polarity::Deny,
        &[
            "Norland denied shelling the port.",
            "The mayor denied that troops had entered the town.",
            "The brigade rejected the plan.",
            "Velia dismissed the report.",
            "The army said there had been no attacks on civilians.",
            "The minister said no civilians were killed in the raid.",
            "\"There is no truth to the report,\" said Ann Roe.",
            "The governor said none of the prisoners had been harmed.",
            "Norland ruled out talks with the brigade.",
            "The army disputed the death toll.",
        ],
    );
}

#[test]
fn english_commitments() {
    check(
        Polarity::Commit,
        &[
            "Norland agreed to free two pilots.",
            "The brigade pledged to respect the truce.",
            "The mayor vowed to rebuild the bridge.",
            "Velia said it would withdraw its troops.",
            "The army said it will not halt its raids.",
            "The brigade threatened to resume attacks.",
            "Norland announced a ceasefire in Kip.",
            "\"We will answer every attack,\" said Ann Roe.",
            "The governor promised to open the road.",
            "The group said it was ready to free the prisoners.",
        ],
    );
}

#[test]
fn english_calls() {
    check(
        Polarity::Call,
        &[
            "The envoy urged both sides to stop firing.",
            "The council called for an inquiry.",
            "Norland called on Velia to open the crossing.",
            "The agency demanded access to the town.",
            "The minister said Velia must respect the truce.",
            "The envoy said both sides should return to talks.",
            "Norland wants observers in Kip.",
            "The bishop appealed for calm.",
            "The doctors asked the army to open the road.",
        ],
    );
}

#[test]
fn english_concerns() {
    check(
        Polarity::Concern,
        &[
            "The agency warned that food was running out.",
            "The council condemned the raid on Kip.",
            "The envoy expressed concern about the fighting.",
            "Residents fear the truce will fail.",
            "The minister criticized the delay.",
            "The doctor said she was afraid the hospital would close.",
            "The governor complained that no aid had arrived.",
            "The council said the harvest was in danger.",
        ],
    );
}

#[test]
fn english_assertions() {
    check(
        Polarity::Assert,
        &[
            "Ann Roe said the road was open.",
            "Norland accused Velia of shelling the port.",
            "The council welcomed the deal.",
            "Six people died in the raid, according to the hospital.",
            "The army said rebels had taken the hill.",
            "The mayor blamed the brigade for the blast.",
        ],
    );
}

#[test]
fn kinds() {
    for (text, kind) in [
        ("أفادت مصادر طبية بمقتل ستة أشخاص.", Kind::Casualty),
        ("تبنت كتيبة الفجر الهجوم على الميناء.", Kind::Attribution),
        ("اتهمت الحكومة كتيبة الفجر بقصف الميناء.", Kind::Violation),
        ("أكد الجيش أن قواته سيطرت على التل.", Kind::Territorial),
        ("قال شهود عيان إن رتلا من الدبابات دخل الحي.", Kind::TroopMovement),
        ("طالبت منظمة السلام الحكومة بإدخال المساعدات.", Kind::Humanitarian),
        ("أعلن الجيش هدنة لمدة يومين.", Kind::Commitment),
        ("قال الوسيط إن المحادثات ستستأنف غدا.", Kind::Diplomatic),
        ("قال البحري إن الجسر قديم.", Kind::Other),
        ("The hospital said six people were killed.", Kind::Casualty),
        ("The Dawn Brigade claimed responsibility for the blast.", Kind::Attribution),
        ("Norland accused Velia of shelling the port.", Kind::Violation),
        ("The army said it had captured the hill.", Kind::Territorial),
        ("The mayor said ground troops were deployed at the bridge.", Kind::TroopMovement),
        ("The agency said the town needed food and medicine.", Kind::Humanitarian),
        ("Norland said the truce was holding.", Kind::Commitment),
        ("The envoy said talks would begin on Friday.", Kind::Diplomatic),
        ("Ann Roe said the bridge was old.", Kind::Other),
    ] {
        let got: Vec<_> = found(text).into_iter().map(|e| (e.claim.kind, e.claim.text)).collect();
        assert_eq!(got.first().map(|g| g.0), Some(kind), "{text}: {got:?}");
    }
}

/// A sentence of ours with its one claim.
#[derive(serde::Deserialize)]
struct Sentence {
    text: String,
    span: String,
    polarity: Polarity,
}

#[test]
fn arabic_sentences_written_for_it() {
    let rows: Vec<Sentence> =
        include_str!("data/polarity-ar.jsonl").lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert!(rows.len() >= 80);
    let overlaps = |text: &str, row: &Sentence| text.contains(&row.span) || row.span.contains(text);
    let pairs: Vec<(Polarity, Option<Polarity>)> = rows
        .iter()
        .map(|row| {
            let claims = found(&row.text);
            let claim = claims.iter().find(|e| overlaps(&e.claim.text, row));
            (row.polarity, claim.map(|e| e.claim.polarity))
        })
        .collect();
    for polarity in [Polarity::Deny, Polarity::Commit, Polarity::Call, Polarity::Concern] {
        let wanted = pairs.iter().filter(|(gold, _)| *gold == polarity).count();
        let given = pairs.iter().filter(|(_, got)| *got == Some(polarity)).count();
        let right = pairs.iter().filter(|(gold, got)| *gold == polarity && *got == Some(polarity)).count();
        let f1 = 2.0 * right as f64 / (wanted + given) as f64;
        assert!(f1 >= 0.9, "{polarity}: F1 {f1:.2}, {right} right of {wanted} wanted and {given} given");
    }
}
