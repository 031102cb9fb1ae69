//! `hudna doctor`

use super::failure::Failure;
use super::ground::{self, Disk};
use super::lexicons;
use super::order::Order;
use super::output::{Margin, Output};
use super::session::Session;
use super::strays;
use super::workbench;
use super::{ask, settings, terminal};
use crate::bidi::{self, Mode};
use crate::locale::{self, Locale, Told};
use crate::settings::{Name, Settings};
use crate::{say, tell};
use serde::Serialize;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

/// Check the casebook, the key and the terminal, and say where things lie.
///
/// Nothing is changed. Exits with 1 if something is wrong; what is only risky is marked and does not.
/// At a terminal it asks at the end which sample line reads right, and keeps the answer in your settings.
#[derive(clap::Args)]
pub struct Args {
    /// Do not ask which line reads right.
    #[arg(long)]
    no_ask: bool,
    /// One JSON object per line, one for each thing looked at; nothing is asked.
    #[arg(long)]
    json: bool,
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Finding {
    Fine,
    Risky,
    Wrong,
}

/// What was looked at, how it came out, and in which words.
type Check = (Finding, String, Told);

/// A check for programs: what was looked at and what was found are told in English.
#[derive(Serialize)]
struct Line<'a> {
    finding: Finding,
    what: &'a str,
    told: &'a str,
}

/// Runs all checks.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let checks = match args.json {
        true => locale::within(Locale::default(), || all(session)),
        false => all(session),
    };
    if args.json {
        let line = |(finding, what, told): &Check| {
            out.json(&Line { finding: *finding, what: what.as_str(), told: &told.text })
        };
        checks.iter().try_for_each(line)?;
    } else {
        told(&checks, out)?;
        sample(session, out)?;
        if !args.no_ask && out.width().is_some() && ask::can() {
            choose(session, out)?;
        }
    }
    let wrong = checks.iter().any(|(finding, ..)| *finding == Finding::Wrong);
    if wrong { Err(Failure::failed(say!("doctor-something-wrong"))) } else { Ok(()) }
}

/// Looks at everything.
fn all(session: &Session) -> Vec<Check> {
    let mut checks = vec![(
        Finding::Fine,
        "hudna".to_owned(),
        tell!("doctor-version", version = env!("CARGO_PKG_VERSION")),
    )];
    checks.extend(extractor(session));
    checks.extend(casebook(session));
    checks.extend(key(session));
    checks.extend(set(session));
    checks.extend(display(session));
    checks
}

/// Says what was found.
fn told(checks: &[Check], out: &mut Output) -> Result<(), Failure> {
    for (finding, what, words) in checks {
        let mark = match finding {
            Finding::Fine => say!("doctor-ok"),
            Finding::Risky => say!("doctor-risky"),
            Finding::Wrong => say!("doctor-wrong"),
        };
        let blanks = 7_usize.saturating_sub(out.cells(&mark));
        out.named(Margin { before: 0, name: 20 }, &format!("{mark}{:blanks$}{what}", ""), words)?;
    }
    Ok(())
}

/// The languages that are read, and the lexicon files of the user's that are in use.
fn extractor(session: &Session) -> Vec<Check> {
    let folder = lexicons::folder(session);
    // What is wrong with one is told once, below.
    let files = lexicons::read(session).unwrap_or_default();
    let of_file = |(name, text): &(String, String)| {
        let file = folder.join(name);
        let told = tell!("doctor-lexicon-size", file = file.display(), n = text.len());
        (Finding::Fine, say!("doctor-lexicon"), told)
    };
    let mut checks: Vec<Check> = files.iter().map(of_file).collect();
    checks.push(match lexicons::extractor(session) {
        Ok(extractor) => {
            let languages: Vec<&str> = extractor.languages().collect();
            let languages = locale::list(&languages);
            let words = tell!("doctor-languages", languages = languages, version = extractor.version());
            (Finding::Fine, say!("doctor-extraction"), words)
        }
        Err(failure) => (Finding::Wrong, say!("doctor-extraction"), why(failure)),
    });
    checks
}

fn casebook(session: &Session) -> Vec<Check> {
    let path = &session.places.casebook;
    let named = || say!("doctor-casebook");
    let mut checks = vec![(Finding::Fine, named(), file(path))];
    let warned = |words: String| (Finding::Risky, say!("doctor-place"), ours(words));
    checks.extend(ground::warnings(path).into_iter().map(warned));
    if ground::disk(path) == Disk::NotLooked {
        checks.push((Finding::Fine, say!("doctor-place"), tell!("doctor-not-looked")));
    }
    checks.extend(
        strays::beside(path).iter().map(|stray| {
            (Finding::Risky, say!("doctor-beside"), tell!("doctor-stray", file = stray.display()))
        }),
    );
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            checks.push((Finding::Fine, named(), tell!("doctor-none-yet")));
            return checks;
        }
        Err(error) => {
            checks.push((Finding::Wrong, named(), ours(locale::system(&error))));
            return checks;
        }
        Ok(found) if found.is_symlink() => {
            checks.push((Finding::Risky, named(), tell!("doctor-link")));
        }
        Ok(_) => {}
    }
    checks.extend(rights(say!("doctor-rights"), path));
    checks.extend(journal_mode(path));
    let (finding, words) = match session.casebook().map(|casebook| casebook.quick_check()) {
        Ok(Ok(complaints)) if complaints.is_empty() => (Finding::Fine, tell!("doctor-check-passed")),
        Ok(Ok(complaints)) => (Finding::Wrong, Told::value(&complaints.join("; "))),
        Ok(Err(error)) => (Finding::Wrong, ours(error.to_string())),
        Err(failure) => (Finding::Wrong, why(failure)),
    };
    checks.push((finding, say!("doctor-integrity"), words));
    checks
}

/// A path alone.
fn file(path: &Path) -> Told {
    Told::value(&path.display().to_string())
}

/// A sentence that was put together elsewhere.
fn ours(words: String) -> Told {
    Told { text: words, values: Vec::new() }
}

/// What a failure says.
fn why(failure: Failure) -> Told {
    ours(failure.message.unwrap_or_default())
}

/// The journal mode as the file's header has it (bytes 18 and 19: 1 for a rollback journal, 2 for WAL).
fn journal_mode(path: &Path) -> Option<Check> {
    let mut header = [0; 20];
    std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut header)).ok()?;
    let [.., write, read] = header;
    let (finding, words) = match (write, read) {
        (1, 1) => (Finding::Fine, tell!("doctor-rollback")),
        _ => (Finding::Wrong, tell!("doctor-no-rollback")),
    };
    Some((finding, say!("doctor-journal-mode"), words))
}

fn key(session: &Session) -> Vec<Check> {
    let path = session.keyring().key_path();
    let mut checks = vec![(Finding::Fine, say!("doctor-key"), file(&path))];
    if path.exists() {
        checks.extend(rights(say!("doctor-key-rights"), &path));
    } else {
        checks.push((Finding::Fine, say!("doctor-key"), tell!("doctor-no-key")));
    }
    checks
}

/// Whether others on this machine may read the file.
#[cfg(unix)]
fn rights(what: String, path: &Path) -> Option<Check> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
    let shown = format!("{mode:03o}");
    Some(if mode & 0o077 == 0 {
        (Finding::Fine, what, tell!("doctor-only-you", mode = shown))
    } else if ground::knows_no_rights(path) {
        (Finding::Risky, what, tell!("doctor-no-rights", mode = shown))
    } else {
        let command = format!("chmod 600 {}", path.display());
        (Finding::Risky, what, tell!("doctor-others", mode = shown, command = command))
    })
}

#[cfg(not(unix))]
fn rights(_: String, _: &Path) -> Option<Check> {
    None
}

fn display(session: &Session) -> Vec<Check> {
    let env = |name: &str| std::env::var(name).ok();
    let told = env("TERM").unwrap_or_else(|| say!("doctor-not-set"));
    let words = match (workbench::there_is_a_terminal(), terminal_size::terminal_size()) {
        (true, Some((width, height))) => {
            tell!("doctor-term-size", term = told, columns = width.0, rows = height.0)
        }
        (true, None) => tell!("doctor-term-no-size", term = told),
        (false, _) if io::stderr().is_terminal() => tell!("doctor-term-redirected", term = told),
        (false, _) => tell!("doctor-term-none", term = told),
    };
    let mode = session.bidi.unwrap_or_else(|| bidi::detect(env));
    let said = match session.bidi {
        None => crate::say!("doctor-bidi-guessed"),
        Some(_) => settings::origin(session.from(Name::Bidi), Name::Bidi),
    };
    let mut checks = vec![
        (Finding::Fine, say!("doctor-terminal"), words),
        (Finding::Fine, say!("doctor-bidi"), tell!("doctor-mode-said", mode = mode.word(), said = said)),
    ];
    let hint = terminal::hint(session.bidi, env);
    checks.extend(hint.map(|words| (Finding::Risky, say!("doctor-bidi"), ours(words))));
    // The first of these that is set decides which characters programs may print.
    let locale =
        ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| env(name).filter(|v| !v.is_empty()));
    if let Some(locale) = locale.filter(|l| !l.to_lowercase().replace('-', "").contains("utf8")) {
        checks.push((Finding::Risky, say!("doctor-locale"), tell!("doctor-not-utf8", locale = locale)));
    }
    checks
}

/// Where the settings lie, what is wrong with them, and what is set.
fn set(session: &Session) -> Vec<Check> {
    let mut checks = vec![(Finding::Fine, say!("doctor-settings"), file(&session.places.settings()))];
    if let Err(failure) = session.chosen_sound() {
        checks.push((Finding::Wrong, say!("doctor-settings"), why(failure)));
    }
    let ordinary = Settings::default();
    let differs = |name: &Name| session.settings.get(*name) != ordinary.get(*name);
    checks.extend(Name::ALL.into_iter().filter(differs).map(|name| {
        let from = settings::origin(session.from(name), name);
        let set = format!("{} = {}", name.word(), session.settings.get(name));
        (Finding::Fine, say!("doctor-setting"), tell!("doctor-mode-said", mode = set, said = from))
    }));
    checks
}

/// A line to compare with one's own eyes: the one that reads right names the mode.
fn sample(session: &Session, out: &mut Output) -> Result<(), Failure> {
    const SAMPLE: &str = "وقف إطلاق النار (ceasefire) في 01/03/2026";
    out.line("")?;
    if out.width().is_none() {
        return Ok(out.line(&tell!("doctor-sample", sample = SAMPLE))?);
    }
    out.line(&say!("doctor-these-say"))?;
    let env = |name: &str| std::env::var(name).ok();
    out.as_ordered(Order::of(session.bidi, env), &say!("doctor-as-now"), SAMPLE)?;
    for (mode, number) in Mode::ALL.into_iter().zip(1..) {
        let label = format!("{number} --bidi {}", mode.word());
        out.as_ordered(Order::of(Some(mode), env), &label, SAMPLE)?;
    }
    Ok(())
}

/// Asks which of the lines reads right, and keeps that.
fn choose(session: &Session, out: &mut Output) -> Result<(), Failure> {
    out.flush()?;
    loop {
        let answer = super::output::ask(&crate::say!("doctor-which", last = Mode::ALL.len()))?;
        let answer = crate::text::ascii_digits(answer.trim()).to_lowercase();
        if answer.is_empty() {
            return Ok(());
        }
        let number = answer.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let chosen = number.and_then(|at| Mode::ALL.get(at).copied()).or_else(|| answer.parse().ok());
        match chosen {
            Some(mode) => return settings::set(Name::Bidi, Some(mode.word()), session, out),
            None => out.note(&crate::say!("doctor-which-again")),
        }
    }
}
