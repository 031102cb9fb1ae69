//! `hudna doctor`

use super::failure::Failure;
use super::ground::{self, Disk};
use super::lexicons;
use super::order::Order;
use super::output::Output;
use super::session::Session;
use super::strays;
use super::workbench;
use super::{ask, settings, terminal};
use crate::bidi::{self, Mode};
use crate::settings::{Name, Settings};
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
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Finding {
    Fine,
    Risky,
    Wrong,
}

/// What was looked at, how it came out, and in which words.
type Check = (Finding, &'static str, String);

/// Runs all checks.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut checks = vec![(Finding::Fine, "hudna", format!("version {}", env!("CARGO_PKG_VERSION")))];
    checks.extend(extractor(session));
    checks.extend(casebook(session));
    checks.extend(key(session));
    checks.extend(set(session));
    checks.extend(display(session));
    for (finding, what, words) in &checks {
        let mark = match finding {
            Finding::Fine => "ok   ",
            Finding::Risky => "risky",
            Finding::Wrong => "WRONG",
        };
        out.line(&format!("{mark}  {what:<12}  {words}"))?;
    }
    sample(session, out)?;
    if !args.no_ask && out.width().is_some() && ask::can() {
        choose(session, out)?;
    }
    let wrong = checks.iter().filter(|(finding, ..)| *finding == Finding::Wrong).count();
    if wrong == 0 { Ok(()) } else { Err(Failure::failed("something is wrong; see the lines marked WRONG")) }
}

/// The languages that are read, and the lexicon files of the user's that are in use.
fn extractor(session: &Session) -> Vec<Check> {
    let folder = lexicons::folder(session);
    // What is wrong with one is told once, below.
    let files = lexicons::read(session).unwrap_or_default();
    let of_file = |(name, text): &(String, String)| {
        (Finding::Fine, "lexicon", format!("{}, {} bytes", folder.join(name).display(), text.len()))
    };
    let mut checks: Vec<Check> = files.iter().map(of_file).collect();
    checks.push(match lexicons::extractor(session) {
        Ok(extractor) => {
            let languages: Vec<&str> = extractor.languages().collect();
            let words = format!("{} (version {})", languages.join(", "), extractor.version());
            (Finding::Fine, "extraction", words)
        }
        Err(failure) => (Finding::Wrong, "extraction", failure.message.unwrap_or_default()),
    });
    checks
}

fn casebook(session: &Session) -> Vec<Check> {
    let path = &session.places.casebook;
    let mut checks = vec![(Finding::Fine, "casebook", path.display().to_string())];
    checks.extend(ground::warnings(path).into_iter().map(|words| (Finding::Risky, "place", words)));
    if ground::disk(path) == Disk::NotLooked {
        let words = "whether it lies on a network file system is not looked at on this system";
        checks.push((Finding::Fine, "place", words.to_owned()));
    }
    checks.extend(strays::beside(path).iter().map(|stray| {
        let words = format!(
            "{} looks like another version of the casebook: `hudna merge` takes over what it holds, then remove it",
            stray.display()
        );
        (Finding::Risky, "beside", words)
    }));
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            checks.push((Finding::Fine, "casebook", "none there yet; `hudna import` makes it".to_owned()));
            return checks;
        }
        Err(error) => {
            checks.push((Finding::Wrong, "casebook", error.to_string()));
            return checks;
        }
        Ok(found) if found.is_symlink() => {
            checks.push((Finding::Risky, "casebook", "it is a link to a file elsewhere".to_owned()));
        }
        Ok(_) => {}
    }
    checks.extend(rights("rights", path));
    checks.extend(journal_mode(path));
    checks.push(match session.casebook().map(|casebook| casebook.quick_check()) {
        Ok(Ok(complaints)) if complaints.is_empty() => {
            (Finding::Fine, "integrity", "quick check passed".into())
        }
        Ok(Ok(complaints)) => (Finding::Wrong, "integrity", complaints.join("; ")),
        Ok(Err(error)) => (Finding::Wrong, "integrity", error.to_string()),
        Err(failure) => (Finding::Wrong, "integrity", failure.message.unwrap_or_default()),
    });
    checks
}

/// The journal mode as the file's header has it (bytes 18 and 19: 1 for a rollback journal, 2 for WAL).
fn journal_mode(path: &Path) -> Option<Check> {
    let mut header = [0; 20];
    std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut header)).ok()?;
    let [.., write, read] = header;
    Some(match (write, read) {
        (1, 1) => (Finding::Fine, "journal mode", "rollback journal".to_owned()),
        _ => {
            let words = "not a rollback journal: a copy of the file alone can lose the last work";
            (Finding::Wrong, "journal mode", words.to_owned())
        }
    })
}

fn key(session: &Session) -> Vec<Check> {
    let path = session.keyring().key_path();
    let mut checks = vec![(Finding::Fine, "key", path.display().to_string())];
    if path.exists() {
        checks.extend(rights("key rights", &path));
    } else {
        checks.push((Finding::Fine, "key", "none yet; the first write makes it".to_owned()));
    }
    checks
}

/// Whether others on this machine may read the file.
#[cfg(unix)]
fn rights(what: &'static str, path: &Path) -> Option<Check> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
    Some(if mode & 0o077 == 0 {
        (Finding::Fine, what, format!("{mode:03o}: only you"))
    } else {
        let words = format!("{mode:03o}: others on this machine may read it; `chmod 600 {}`", path.display());
        (Finding::Risky, what, words)
    })
}

#[cfg(not(unix))]
fn rights(_: &'static str, _: &Path) -> Option<Check> {
    None
}

fn display(session: &Session) -> Vec<Check> {
    let env = |name: &str| std::env::var(name).ok();
    let told = env("TERM").unwrap_or_else(|| "not set".to_owned());
    let words = match (workbench::there_is_a_terminal(), terminal_size::terminal_size()) {
        (true, Some((width, height))) => format!("TERM {told}, {} columns, {} rows", width.0, height.0),
        (true, None) => format!("TERM {told}, of unknown size"),
        (false, _) if io::stderr().is_terminal() => format!("TERM {told}, output redirected"),
        (false, _) => format!("TERM {told}, no terminal"),
    };
    let mode = session.bidi.unwrap_or_else(|| bidi::detect(env));
    let said = match session.bidi {
        None => crate::say!("doctor-bidi-guessed"),
        Some(_) => settings::origin(session.from(Name::Bidi), Name::Bidi),
    };
    let mut checks = vec![
        (Finding::Fine, "terminal", words),
        (Finding::Fine, "bidi", format!("{} ({said})", mode.word())),
    ];
    checks.extend(terminal::hint(session.bidi, env).map(|words| (Finding::Risky, "bidi", words)));
    // The first of these that is set decides which characters programs may print.
    let locale =
        ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| env(name).filter(|v| !v.is_empty()));
    if let Some(locale) = locale.filter(|l| !l.to_lowercase().replace('-', "").contains("utf8")) {
        let words = format!("the locale {locale} is not UTF-8: Arabic may not be shown");
        checks.push((Finding::Risky, "locale", words));
    }
    checks
}

/// Where the settings lie, what is wrong with them, and what is set.
fn set(session: &Session) -> Vec<Check> {
    let mut checks = vec![(Finding::Fine, "settings", session.places.settings().display().to_string())];
    if let Err(failure) = session.chosen_sound() {
        checks.push((Finding::Wrong, "settings", failure.message.unwrap_or_default()));
    }
    let ordinary = Settings::default();
    let differs = |name: &Name| session.settings.get(*name) != ordinary.get(*name);
    checks.extend(Name::ALL.into_iter().filter(differs).map(|name| {
        let from = settings::origin(session.from(name), name);
        (Finding::Fine, "setting", format!("{} = {} ({from})", name.word(), session.settings.get(name)))
    }));
    checks
}

/// A line to compare with one's own eyes: the one that reads right names the mode.
fn sample(session: &Session, out: &mut Output) -> Result<(), Failure> {
    const SAMPLE: &str = "وقف إطلاق النار (ceasefire) في 01/03/2026";
    out.line("")?;
    if out.width().is_none() {
        return Ok(out.line(&format!("sample  {SAMPLE}"))?);
    }
    out.line("These say, from right to left, waqf itlaq al-nar (ceasefire) fi 01/03/2026:")?;
    let env = |name: &str| std::env::var(name).ok();
    out.as_ordered(Order::of(session.bidi, env), "as now", SAMPLE)?;
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
