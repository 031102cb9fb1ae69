//! Rows for the rules of languages whose subject stands before its verb, in English.

use super::{check, found};
use crate::model::{Kind, Polarity};

#[test]
fn one_source_speaks_through_another() {
    check(&[
        (
            "The Kip Courier quoted an officer as saying the road was open.",
            &[("the road was open", "an officer")],
        ),
        (
            "The mayor, Ann Roe, was quoted by the Kip Courier as saying that the port was open.",
            &[("the port was open", "Ann Roe")],
        ),
        ("\"We will stay,\" the paper quoted Ann Roe as saying.", &[("\"We will stay,\"", "Ann Roe")]),
        (
            "The road was open, the agency reported, citing the mayor of Kip.",
            &[("The road was open", "the mayor of Kip")],
        ),
    ]);
    let claim = &found("The Kip Courier quoted an officer as denying that the road was open.")[0].claim;
    assert_eq!((claim.polarity, claim.cue.as_str()), (Polarity::Deny, "quoted … as denying"));
    assert_eq!(claim.via, ["The Kip Courier"]);
}

#[test]
fn what_is_denied_may_stand_before() {
    check(&[
        (
            "Velia said Norland had shelled the port, a charge the army has denied.",
            &[("Norland had shelled the port", "Velia"), ("a charge", "the army")],
        ),
        (
            "Velia said the port was open, a claim disputed by the mayor of Kip.",
            &[("the port was open", "Velia"), ("a claim", "the mayor of Kip")],
        ),
        (
            "There was a denial from the mayor of Kip that the port was open.",
            &[("the port was open", "the mayor of Kip")],
        ),
    ]);
}

#[test]
fn phrases_report_like_verbs() {
    check(&[
        ("The mayor went on to say that the road was open.", &[("the road was open", "The mayor")]),
        ("Residents are worried that the well will dry up.", &[("the well will dry up", "Residents")]),
        ("Velia lodged a protest over the raid.", &[("the raid", "Velia")]),
        ("Velia lodged a protest on Monday.", &[]),
        (
            "Norland has given the council assurances that the road is safe.",
            &[("the road is safe", "Norland")],
        ),
        ("The brigade took responsibility for the blast.", &[("the blast", "The brigade")]),
        ("The mayor called the raid \"a crime\".", &[("the raid \"a crime\"", "The mayor")]),
        ("The mayor called the governor on Monday.", &[]),
        ("Looting was reported in Kip.", &[("Looting", "")]),
        ("The road was open, it was reported.", &[("The road was open", "")]),
        ("It was reported that the road was open.", &[("the road was open", "")]),
    ]);
}

#[test]
fn what_the_reporter_adds_is_no_part_of_the_claim() {
    check(&[
        (
            "Norland agreed on Friday to open the bridge, ending a long dispute.",
            &[("to open the bridge", "Norland")],
        ),
        (
            "The miners want the state to pay them and have camped outside the ministry.",
            &[("the state to pay them", "The miners")],
        ),
        (
            "Velia accused the brigade of shelling Kip, hours after the truce began.",
            &[("the brigade of shelling Kip", "Velia")],
        ),
        (
            "Norland accepted a truce, including a pause at sea.",
            &[("a truce, including a pause at sea", "Norland")],
        ),
        ("The council condemned the raid but stopped short of naming Velia.", &[("the raid", "The council")]),
        (
            "The raid, which the mayor said killed six people, was never investigated.",
            &[("killed six people", "the mayor")],
        ),
    ]);
}

#[test]
fn listeners_are_no_part_of_the_claim() {
    check(&[
        ("The mayor told The Kip Courier they had no bread.", &[("they had no bread", "The mayor")]),
        ("The mayor told local radio that bread was short.", &[("bread was short", "The mayor")]),
        (
            "The mayor told reporters outside the hall that bread was short.",
            &[("bread was short", "The mayor")],
        ),
        ("The truce is over, the mayor told the council on Monday.", &[("The truce is over", "the mayor")]),
    ]);
}

#[test]
fn speakers_are_told_from_what_stands_around_them() {
    check(&[
        ("\"We will stay,\" Ms. Roe said.", &[("\"We will stay,\"", "Roe")]),
        (
            "A 34-year-old teacher said the school was shut.",
            &[("the school was shut", "A 34-year-old teacher")],
        ),
        ("The rebels' envoy, Tom Poe, said the road was open.", &[("the road was open", "Tom Poe")]),
        ("\"It is cold,\" said goatherd Tom Poe.", &[("\"It is cold,\"", "goatherd Tom Poe")]),
        ("\"It is cold,\" said woodcarver Tom Poe.", &[("\"It is cold,\"", "Tom Poe")]),
        (
            "According to its spokeswoman, Ann Roe, the navy had left Kip.",
            &[("the navy had left Kip", "Ann Roe")],
        ),
        ("Residents who say the road is open left Kip.", &[("the road is open left Kip", "Residents")]),
        ("No group claimed responsibility for the blast.", &[]),
        ("'I saw both,' she said. 'Both must go.'", &[("'I saw both,'", ""), ("'Both must go.'", "")]),
    ]);
}

#[test]
fn somebody_described_is_named_by_a_later_line() {
    let text = "The League's envoy to Kip warned that the truce was failing.\n\nAnn Roe told the council that guns had been moved.\n\nShe said the road was open.";
    let claims = found(text);
    let speakers: Vec<_> = claims.iter().map(|e| (e.claim.speaker.as_str(), e.claim.role.as_str())).collect();
    assert_eq!(speakers, [("Ann Roe", "League's envoy to Kip"); 3]);
    let other = found("A clerk in Kip said the gate was shut.\n\nAnn Roe said that guns had been moved.");
    assert_eq!(other[0].claim.speaker, "A clerk in Kip");
}

#[test]
fn a_pronoun_tells_who_is_a_woman() {
    check(&[(
        "Ann Roe said the road was open. She said the port was shut. Tom Poe, the mayor, said it was not. She said it was.",
        &[
            ("the road was open", "Ann Roe"),
            ("the port was shut", "Ann Roe"),
            ("it was not", "Tom Poe"),
            ("it was", "Ann Roe"),
        ],
    )]);
}

#[test]
fn a_claim_without_a_matter_of_its_own_has_that_of_the_one_before() {
    let claims = found("Velia accused the brigade of shelling Kip. The brigade rejected the charge.");
    let kinds: Vec<_> = claims.iter().map(|e| e.claim.kind).collect();
    assert_eq!(kinds, [Kind::Violation, Kind::Violation]);
}

#[test]
fn what_will_be_done_binds_who_speaks_for_the_side() {
    for (text, polarity) in [
        ("Defence Minister Ann Roe said the army would leave the bridge.", Polarity::Commit),
        ("Ann Roe, a baker, said the army would leave the bridge.", Polarity::Assert),
        ("\"If they cross again we are going to fire,\" said Ann Roe.", Polarity::Commit),
        ("The brigade said its men would never hand over their guns.", Polarity::Commit),
        ("The deal does not lift the siege, the mayor said.", Polarity::Assert),
        ("The army said it had not fired on the town.", Polarity::Deny),
        ("The army said no police officer had been wounded.", Polarity::Deny),
        ("The mayor said the truce was bending, not broken.", Polarity::Assert),
        ("Tom Poe said he had nothing to do with the theft.", Polarity::Deny),
    ] {
        let claims = found(text);
        assert_eq!(claims.first().map(|e| e.claim.polarity), Some(polarity), "{text}: {claims:?}");
    }
}

#[test]
fn what_others_say_of_a_claim_is_no_part_of_it() {
    check(&[
        (
            "According to Tom Poe, the port was shelled, something Kip denies.",
            &[("the port was shelled", "Tom Poe")],
        ),
        (
            "The brigade's claim that it had taken the hill was dismissed by the mayor.",
            &[
                ("The brigade's claim that it had taken the hill", "the mayor"),
                ("it had taken the hill", "The brigade"),
            ],
        ),
        (
            "Tom Poe urged an end to what he called a \"senseless war\".",
            &[("an end to what he called a \"senseless war\"", "Tom Poe")],
        ),
        ("The port is shut, said the mayor of Kip on Monday.", &[("The port is shut", "the mayor of Kip")]),
        ("\"We are cold,\" Galina, 56, said.", &[("\"We are cold,\"", "Galina")]),
        ("Asked about the raid, Tom Poe smiled and said it was over.", &[("it was over", "Tom Poe")]),
    ]);
}

#[test]
fn french_beyond_the_table() {
    check(&[
        (
            "L'armée a affirmé avoir abattu un drone, une accusation rejetée par la Vélia.",
            &[("avoir abattu un drone", "L'armée"), ("une accusation", "la Vélia")],
        ),
        (
            "La ministre de la Santé Anne Dorel craint une épidémie. « Rien n'est sûr », a-t-elle ajouté.",
            &[("une épidémie", "Anne Dorel"), ("« Rien n'est sûr »", "Anne Dorel")],
        ),
        (
            "Vingt personnes ont été blessées, a déclaré à l'AFP un responsable de l'hôpital.",
            &[("Vingt personnes ont été blessées", "un responsable de l'hôpital")],
        ),
        ("Le chef rebelle n'a pas dit si ses hommes partiraient.", &[]),
        (
            "Le médiateur s'est félicité de la reprise des pourparlers.",
            &[("la reprise des pourparlers", "Le médiateur")],
        ),
    ]);
}

#[test]
fn small_words_name_nobody() {
    check(&[(
        "Ann Roe said the road was open. On Friday she said the port was closed.",
        &[("the road was open", "Ann Roe"), ("the port was closed", "Ann Roe")],
    )]);
}
