//! One row or more for every English rule.

use super::{check, found};

#[test]
fn verbs_before_their_content() {
    check(&[
        (
            "Defence Minister Ann Roe said on Monday that the port was open.",
            &[("the port was open", "Ann Roe")],
        ),
        (
            "The governor of Kip said rebels had left the town.",
            &[("rebels had left the town", "The governor of Kip")],
        ),
        ("Ann Roe, mayor of Kip, told reporters the road was safe.", &[("the road was safe", "Ann Roe")]),
        ("The army announced a truce in Kip.", &[("a truce in Kip", "The army")]),
        ("Norland accused Velia of shelling the port.", &[("Velia of shelling the port", "Norland")]),
        ("The envoy urged both sides to stop firing.", &[("both sides to stop firing", "The envoy")]),
        ("Norland called on Velia to open the crossing.", &[("Velia to open the crossing", "Norland")]),
        (
            "Velia denied that its forces had crossed the river.",
            &[("its forces had crossed the river", "Velia")],
        ),
        ("Velia denied shelling the hospital.", &[("shelling the hospital", "Velia")]),
        ("The council condemned the raid on Kip.", &[("the raid on Kip", "The council")]),
        ("The agency warned of a famine in Kip.", &[("a famine in Kip", "The agency")]),
        ("Norland agreed to free two pilots.", &[("to free two pilots", "Norland")]),
        ("The Dawn Brigade claimed responsibility for the blast.", &[("the blast", "The Dawn Brigade")]),
        ("The council expressed concern about the raids.", &[("the raids", "The council")]),
        ("Norland ruled out talks with the brigade.", &[("talks with the brigade", "Norland")]),
    ]);
}

#[test]
fn verbs_after_their_content() {
    check(&[
        ("\"We will stay,\" said Ann Roe, the mayor of Kip.", &[("\"We will stay,\"", "Ann Roe")]),
        (
            "\"We will stay,\" Ann Roe said. \"Nobody will leave.\"",
            &[("\"We will stay,\"", "Ann Roe"), ("\"Nobody will leave.\"", "Ann Roe")],
        ),
        ("The road was open, the mayor of Kip said on Sunday.", &[("The road was open", "the mayor of Kip")]),
        (
            "Six people died in the raid, according to the Kip hospital.",
            &[("Six people died in the raid", "the Kip hospital")],
        ),
        (
            "According to the Kip hospital, six people died in the raid.",
            &[("six people died in the raid", "the Kip hospital")],
        ),
        ("\"Go home,\" Roe told the crowd in Kip.", &[("\"Go home,\"", "Roe")]),
    ]);
}

#[test]
fn more_than_one_claim_in_a_sentence() {
    check(&[
        (
            "Ann Roe said the road was open, adding that trucks would pass on Friday.",
            &[("the road was open", "Ann Roe"), ("trucks would pass on Friday", "Ann Roe")],
        ),
        (
            "The council welcomed the deal and urged Velia to sign it.",
            &[("the deal", "The council"), ("Velia to sign it", "The council")],
        ),
        (
            "Norland said the bridge was closed, but Velia said it was open.",
            &[("the bridge was closed", "Norland"), ("it was open", "Velia")],
        ),
        (
            "Norland wants observers in Kip but has rejected the Velian draft.",
            &[("observers in Kip", "Norland"), ("the Velian draft", "Norland")],
        ),
    ]);
}

#[test]
fn names_are_resolved_within_the_document() {
    check(&[
        (
            "Defence Minister Ann Roe arrived in Kip on Monday.\nRoe said the port was open.",
            &[("the port was open", "Ann Roe")],
        ),
        (
            "Spokeswoman Ann Roe said the port was open. She said ships had arrived.",
            &[("the port was open", "Ann Roe"), ("ships had arrived", "Ann Roe")],
        ),
        (
            "The Kip Relief Committee said aid had arrived. The committee said more was needed.",
            &[
                ("aid had arrived", "The Kip Relief Committee"),
                ("more was needed", "The Kip Relief Committee"),
            ],
        ),
    ]);
    let claim = &found("Ann Roe, mayor of Kip, said the road was safe.")[0].claim;
    assert_eq!((claim.speaker.as_str(), claim.role.as_str()), ("Ann Roe", "mayor of Kip"));
}

#[test]
fn what_is_no_claim() {
    check(&[
        ("The mayor refused to comment.", &[]),
        ("Soldiers entered Kip at dawn and the market closed.", &[]),
        ("The council has yet to say who will chair it.", &[]),
        ("Read more: Norland said the port was open", &[]),
        ("(Reporting by Ann Roe in Kip; Editing by Tom Poe)", &[]),
        ("The group that agreed to the truce left Kip.", &[]),
    ]);
}
