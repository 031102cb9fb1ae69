use super::lines::{Wrong, claims};
use super::*;
use crate::model::{Kind, Polarity, Quote, Reason};
use proptest::prelude::*;

const TEXT: &str = "The envoy said the truce holds. قال سامي إن الهدنة قائمة.";

fn received() -> Received {
    Received { text: TEXT.to_owned(), language: "en".to_owned(), ..Received::default() }
}

fn document() -> Id {
    Id::of_document(&Sha256::digest(TEXT.as_bytes()).into())
}

fn read(stdout: &str) -> Result<Vec<Extracted>, Wrong> {
    claims(stdout.as_bytes(), &received(), &document())
}

#[test]
fn what_a_line_does_not_say_is_filled_in() {
    let found = read("{\"start\":15,\"end\":30}\r\n\n{\"claims\":1}\n").unwrap();
    let claim = &found[0];
    assert_eq!((claim.text.as_str(), claim.language.as_str()), ("the truce holds", "en"));
    assert_eq!((claim.quote, claim.polarity, claim.kind), (Quote::Indirect, Polarity::Assert, Kind::Other));
    assert_eq!((claim.cue_span, claim.confidence, claim.nested), ((15, 30), 0.5, false));
    assert_eq!((claim.worth, claim.reasons.as_slice()), (28, &[Reason::Sourceless][..]));
    assert_eq!(read("{\"claims\":0}").unwrap(), []);
    let told = &read(r#"{"start":15,"end":30,"kind":"violation","reasons":["denial","denial"]}"#).unwrap()[0];
    assert_eq!((told.worth, told.reasons.as_slice()), (46, &[Reason::Denial][..]));
}

#[test]
fn what_a_line_says_is_kept() {
    let all = r#"{"format":9,"document":"ID","file":"x","start":45,"end":56,"text":"الهدنة قائمة","speaker":" سامي ",
        "role":"","cue":"قال","via":["وكالة"],"quote":"direct","polarity":"deny","kind":"commitment","nested":true,
        "confidence":1,"said_at":"","translation":"","status":"new","language":"ar","later":{"a":[1]}}"#;
    let line = all.replace("ID", document().as_str()).replace('\n', " ");
    let found = read(&line.replace("\"start\":45,\"end\":56", "\"start\":44,\"end\":56")).unwrap();
    let claim = &found[0];
    assert_eq!((claim.text.as_str(), claim.speaker.as_str(), claim.via.len()), ("الهدنة قائمة", "سامي", 1));
    assert_eq!((claim.polarity, claim.kind, claim.confidence), (Polarity::Deny, Kind::Commitment, 1.0));
    assert_eq!(claim.cue_span, (32, 35), "the cue before the claim");
    assert!(!claim.nested, "nesting is worked out from the spans");
}

#[test]
fn claims_are_put_in_order_and_nesting_is_worked_out() {
    let found = read("{\"start\":19,\"end\":30}\n{\"start\":4,\"end\":30}").unwrap();
    let told: Vec<_> = found.iter().map(|claim| (claim.start, claim.nested)).collect();
    assert_eq!(told, [(4, false), (19, true)]);
}

#[test]
fn the_nearest_cue_is_meant() {
    let spans = |line: &str| read(line).unwrap()[0].cue_span;
    assert_eq!(spans(r#"{"start":15,"end":30,"cue":"said"}"#), (10, 14));
    assert_eq!(spans(r#"{"start":15,"end":30,"cue":"denied"}"#), (15, 30), "it stands nowhere near");
    assert_eq!(spans(r#"{"start":4,"end":9,"cue":"قال"}"#), (32, 35), "after the claim");
    assert_eq!(spans(r#"{"start":15,"end":30,"cue":"said","cue_start":0,"cue_end":3}"#), (0, 3));
}

#[test]
fn each_wrong_line_is_refused_by_its_number() {
    let good = "{\"start\":0,\"end\":9}\n";
    for (line, told) in [
        ("x", "it is no JSON object"),
        ("[1,2]", "it is no JSON object"),
        ("{\"start\":0", "EOF"),
        ("{\"end\":9}", "start is missing"),
        ("{\"start\":1}", "end is missing"),
        ("{\"start\":-1,\"end\":9}", "invalid value: integer `-1`"),
        ("{\"start\":0.5,\"end\":9}", "invalid type: floating point"),
        ("{\"start\":\"0\",\"end\":9}", "invalid type: string"),
        ("{\"start\":9,\"end\":9}", "start and end are no span"),
        ("{\"start\":9,\"end\":2}", "start and end are no span"),
        ("{\"start\":0,\"end\":999}", "start and end are no span"),
        ("{\"start\":0,\"end\":18446744073709551615}", "start and end are no span"),
        ("{\"start\":30,\"end\":32}", "there is no word"),
        ("{\"start\":0,\"end\":9,\"text\":\"The envo\"}", "text is not what stands at 0-9"),
        ("{\"start\":1,\"end\":9,\"kind\":\"war\"}", "“war” is not a kind"),
        ("{\"start\":1,\"end\":9,\"polarity\":7}", "invalid type"),
        ("{\"start\":1,\"end\":9,\"reasons\":[\"why\"]}", "“why” is not a reason"),
        ("{\"start\":1,\"end\":9,\"confidence\":1.01}", "confidence is not between"),
        ("{\"start\":1,\"end\":9,\"speaker\":\"a\\u202eb\"}", "speaker holds characters"),
        ("{\"start\":1,\"end\":9,\"role\":\"a\\u0007\"}", "role holds characters"),
        ("{\"start\":1,\"end\":9,\"via\":[\"a\\nb\"]}", "via holds characters"),
        ("{\"start\":1,\"end\":9,\"language\":\"en us\"}", "language is no tag"),
        ("{\"start\":1,\"end\":9,\"document\":\"d00\"}", "document is another one"),
        ("{\"start\":1,\"end\":9,\"cue_start\":3}", "cue_start and cue_end go together"),
        ("{\"start\":1,\"end\":9,\"cue_start\":3,\"cue_end\":3}", "cue_start and cue_end are no span"),
        ("{\"start\":1,\"end\":9,\"start\":2}", "duplicate field"),
        ("{\"start\":0,\"end\":9}", "it repeats the claim of line 1"),
        ("{\"claims\":7}", "it counts 7 claims, but 1 were written"),
        ("{\"claims\":1}\n{\"start\":1,\"end\":9}", "it follows the line that counts"),
    ] {
        let Err(Wrong::Line(number, problem)) = read(&format!("{good}{line}")) else {
            panic!("{line} was taken")
        };
        assert_eq!(number, 2 + line.matches('\n').count(), "{line}");
        assert!(problem.english().starts_with(told), "{line}: {problem}");
    }
    assert_eq!(read(" \n\r\n"), Err(Wrong::Silent));
    let raw = claims(b"{\"start\":0,\"end\":9,\"speaker\":\"\xff\"}", &received(), &document());
    assert_eq!(raw, Err(Wrong::Line(1, "it is not valid UTF-8".into())));
}

#[test]
fn there_are_limits() {
    let wrong = |stdout: &str| match read(stdout) {
        Err(Wrong::Line(line, problem)) => (line, problem),
        other => panic!("{other:?}"),
    };
    let long = format!("{{\"start\":0,\"end\":9,\"speaker\":\"{}\"}}", "x".repeat(501));
    assert_eq!(wrong(&long).1.english(), "speaker is longer than 500 characters");
    let longer = format!("{{\"start\":0,\"end\":9,\"later\":\"{}\"}}", "x".repeat(1 << 20));
    assert_eq!(wrong(&longer).1.english(), "it is longer than 1024 KiB");
    let deep = format!("{{\"later\":{}", "[".repeat(100_000));
    assert!(wrong(&deep).1.english().starts_with("EOF"), "{}", wrong(&deep).1);
    let told = wrong(&format!("{{\"kind\":\"{}\"}}", "\u{1b}x".repeat(10_000))).1;
    assert!(told.english().chars().count() <= 301 && !told.english().contains('\u{1b}'), "{told}");
    let cues = (0..56).flat_map(|from| (from + 1..57).map(move |to| (from, to)));
    let places = (3..12).flat_map(|end| cues.clone().map(move |cue| (end, cue)));
    let many = places.map(|(end, (from, to))| {
        format!("{{\"start\":0,\"end\":{end},\"cue_start\":{from},\"cue_end\":{to}}}\n")
    });
    let many: String = many.take(10_001).collect();
    assert_eq!(wrong(&many), (10_001, "there are more than 10000 claims".into()));
}

proptest! {
    #[test]
    fn whatever_is_written_spans_lie_in_the_text(
        start in 0usize..70, end in 0usize..70, cue in "\\PC{0,4}|said|قال", noise in proptest::collection::vec(any::<u8>(), 0..60)
    ) {
        let line = serde_json::json!({"start": start, "end": end, "cue": cue});
        let stdout = [line.to_string().as_bytes(), b"\n", &noise].concat();
        let length = TEXT.chars().count();
        for bytes in [&stdout[..], &noise] {
            for claim in claims(bytes, &received(), &document()).unwrap_or_default() {
                prop_assert!(claim.start < claim.end && claim.end <= length);
                prop_assert!(claim.cue_span.0 < claim.cue_span.1 && claim.cue_span.1 <= length);
                let here: String = TEXT.chars().skip(claim.start).take(claim.end - claim.start).collect();
                prop_assert_eq!(claim.text, here);
            }
        }
    }
}

#[test]
fn a_command_is_parted_without_a_shell() {
    let program = |command: &str| Program::new(command, Duration::from_secs(9));
    for bad in ["", "  ", "\"", "'' x"] {
        assert_eq!(program(bad).unwrap_err(), OutsideError::Command, "{bad}");
    }
    for absent in ["no-such-program-here", "./no-such-program", "/"] {
        assert!(matches!(program(absent).unwrap_err(), OutsideError::Absent { .. }), "{absent}");
    }
    let this = std::env::current_exe().unwrap();
    let quoted = shlex::try_quote(this.to_str().unwrap()).unwrap().into_owned();
    let one = program(&format!("{quoted} 'a  b' $HOME")).unwrap();
    assert_eq!(one.words[1..], ["a  b", "$HOME"]);
    let other = program(&format!("{quoted} a b")).unwrap();
    assert!(one.version().starts_with(&format!("with:{}:", one.name())), "{}", one.version());
    assert_ne!(one.version(), other.version());
}

/// Programs that do what programs do, run by the shell that every Unix has.
#[cfg(unix)]
mod programs {
    use super::*;
    use std::sync::atomic::Ordering;

    fn run(script: &str, text: &str, timeout: Duration) -> Result<Found, OutsideError> {
        let command = format!("/bin/sh -c {}", shlex::try_quote(script).unwrap());
        let received = Received { text: text.to_owned(), ..received() };
        Program::new(&command, timeout).unwrap().find(&received, &AtomicBool::new(false))
    }

    fn soon(script: &str) -> Result<Found, OutsideError> {
        run(script, TEXT, Duration::from_secs(60))
    }

    #[test]
    fn the_document_goes_in_and_claims_come_out() {
        let echo = r#"read -r line; case "$line" in '{"format":1,"document":"d'*'"language":"en"'*) echo '{"start":0,"end":9}';; esac"#;
        let found = soon(&format!("{echo}; echo heard >&2")).unwrap();
        assert_eq!((found.claims.len(), found.said.as_str()), (1, "heard"));
    }

    #[test]
    fn failures_are_told_apart() {
        let failed = |how: &str, said: &str| OutsideError::Failed {
            name: "sh".to_owned(),
            how: how.into(),
            said: said.to_owned(),
        };
        let good = "echo '{\"start\":0,\"end\":9}'";
        assert_eq!(soon(&format!("{good}; exit 7")), Err(failed("exit code 7", "")), "nothing is taken");
        assert_eq!(soon("kill -9 $$"), Err(failed("it was ended by signal 9", "")));
        assert_eq!(
            soon("printf 'a\\033[2Jb\\n\\377' >&2; exit 1"),
            Err(failed("exit code 1", "a⟨ESC⟩[2Jb\n\u{fffd}"))
        );
        assert!(matches!(soon("exit 0"), Err(OutsideError::Silent { .. })));
        let line = soon("echo '{\"start\":0,\"end\":9}'; echo oops; echo why >&2").unwrap_err();
        assert!(matches!(&line, OutsideError::Line { line: 2, .. }), "{line}");
        assert_eq!(line.said(), "why");
    }

    #[test]
    fn much_is_read_and_too_much_refused() {
        let large = "The army said so. ".repeat(200_000);
        let unread = run("echo '{\"claims\":0}'", &large, Duration::from_secs(60));
        assert_eq!(unread.unwrap().claims, [], "it need not read its input");
        let first = run(
            "yes xxxxxxx | head -c 300000 >&2; yes '' | head -c 300000; cat >/dev/null; echo '{\"claims\":0}'",
            &large,
            Duration::from_secs(60),
        );
        let said = first.unwrap().said;
        assert!(said.len() < 5000 && said.ends_with("xxxxxxx"), "{}", said.len());
        assert!(matches!(soon("exec yes"), Err(OutsideError::TooMuch { .. })));
    }

    #[test]
    fn what_hangs_is_ended_with_all_that_it_started() {
        let folder = tempfile::tempdir().unwrap();
        let pid = folder.path().join("pid");
        let script = format!("trap '' INT TERM; tail -f /dev/null & echo $! > {}; wait", pid.display());
        let found = run(&script, TEXT, Duration::from_millis(700));
        assert!(matches!(found, Err(OutsideError::Slow { .. })), "{found:?}");
        let started = std::fs::read_to_string(&pid).unwrap();
        let alive = || {
            let ps = std::process::Command::new("kill").args(["-0", started.trim()]).output().unwrap();
            ps.status.success()
        };
        // It is gone as soon as whoever inherited it has noticed.
        let until = std::time::Instant::now() + Duration::from_secs(20);
        while alive() {
            assert!(std::time::Instant::now() < until, "{started} lives on");
            std::thread::yield_now();
        }
    }

    #[test]
    fn somebody_can_stop_it() {
        let stop = AtomicBool::new(false);
        let program = Program::new("/bin/sh -c 'exec tail -f /dev/null'", Duration::from_secs(600)).unwrap();
        let found = std::thread::scope(|scope| {
            let running = scope.spawn(|| program.find(&received(), &stop));
            stop.store(true, Ordering::Relaxed);
            running.join().unwrap()
        });
        assert_eq!(found, Err(OutsideError::Stopped { name: "sh".to_owned() }));
    }
}
