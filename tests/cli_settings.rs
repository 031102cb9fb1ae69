//! A person's settings: file, environment, options.

// Helpers of tests may unwrap as tests do.
#![allow(clippy::unwrap_used)]

mod cli_harness;

use cli_harness::{Desk, Ran};

#[test]
fn listing_setting_and_taking_out() {
    let mut desk = Desk::new();
    desk.done(&["settings"]);
    desk.done(&["settings", "digits", "arabic"]);
    desk.done(&["settings", "lang", "ar"]);
    desk.done(&["settings", "lang"]);
    desk.done(&["settings", "--json", "digits"]);
    desk.done(&["--lang", "en", "settings", "lang", "--unset"]);
    desk.refused(2, &["settings", "colour"]);
    desk.refused(2, &["settings", "bidi", "up"]);
    desk.refused(2, &["--lang", "tlh", "settings"]);
    insta::assert_snapshot!("settings", desk.transcript());
    let file = desk.home().join("settings.toml");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "digits = \"arabic\"\n");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_faulty_file_stops_the_work_but_not_the_looking_after_it() {
    let mut desk = Desk::new();
    std::fs::write(desk.home().join("settings.toml"), "# mine\nlang = \"ar\"\ndigits = \"roman\"\n").unwrap();
    let words = ["--lang", "en"];
    let refused = desk.refused(1, &[&words[..], &["claims"]].concat());
    assert!(refused.stderr.contains("line 3"), "{}", refused.stderr);
    let listed = desk.refused(1, &[&words[..], &["settings"]].concat());
    assert!(listed.stdout.contains("digits") && listed.stderr.contains("line 3"));
    // Mended from the command line, and what else stood there stays.
    desk.done(&[&words[..], &["settings", "digits", "western"]].concat());
    let file = std::fs::read_to_string(desk.home().join("settings.toml")).unwrap();
    assert_eq!(file, "# mine\nlang = \"ar\"\ndigits = \"western\"\n");
}

#[test]
fn the_environment_and_the_systems_language_count() {
    let desk = Desk::new();
    let first_line = |variables: &[(&str, &str)]| {
        let mut command = desk.command(&["settings", "lang"]);
        let ran = Ran::of(command.envs(variables.iter().copied()).output().unwrap());
        ran.stdout.lines().next().unwrap().to_owned()
    };
    assert!(first_line(&[]).starts_with("Settings"));
    assert!(first_line(&[("LANG", "ar_EG.UTF-8")]).starts_with("الإعدادات"));
    assert!(first_line(&[("LANG", "ar_EG.UTF-8"), ("HUDNA_LANG", "en")]).starts_with("Settings"));
}
