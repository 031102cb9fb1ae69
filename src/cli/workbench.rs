//! `hudna` without a verb, and where `hudna try` ends up: the workbench.

use super::failure::Failure;
use super::lexicons;
use super::output::Output;
use super::session::Session;
use super::terminal;
use crate::bidi::{Host, Mode};
use crate::journal::Casebook;
use crate::{say, tui};
use std::io::{self, IsTerminal};

/// Opens the workbench on the casebook, which is made where there is none.
pub fn run(session: &Session, blind: bool, out: &mut Output) -> Result<(), Failure> {
    if !there_is_a_terminal() {
        return Err(Failure::failed(say!("workbench-no-screen")).hint(say!("workbench-no-screen-hint")));
    }
    let casebook = session.casebook_or_new()?;
    show(casebook, session, tui::Options { blind, ..tui::Options::default() }, out)
}

/// Makes extractors with the person's words, whenever one is needed: they may have changed them meanwhile.
fn extractors(session: &Session) -> tui::Extractors {
    let folder = lexicons::folder(session);
    tui::Extractors::by(move || {
        lexicons::extractor_by(&folder).map_err(|failure| {
            let (message, hint) = (failure.message.unwrap_or_default(), failure.hint.unwrap_or_default());
            tui::desk::Failure::new(message, hint)
        })
    })
}

/// Whether a person sits at a terminal that can hold a screen.
pub fn there_is_a_terminal() -> bool {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    !dumb && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Hands the screen to the workbench.
pub fn open(
    casebook: Casebook,
    session: &Session,
    greeting: Option<String>,
    out: &mut Output,
) -> Result<(), Failure> {
    show(casebook, session, tui::Options { greeting, ..tui::Options::default() }, out)
}

fn show(
    casebook: Casebook,
    session: &Session,
    options: tui::Options,
    out: &mut Output,
) -> Result<(), Failure> {
    out.flush()?;
    let env = |name: &str| std::env::var(name).ok();
    let host = Host::drawing(session.bidi, env);
    let options = tui::Options {
        arrows: session.settings.arrows,
        // A screen reader reads letters in the order in which they were written.
        mode: if session.settings.plain { Mode::Off } else { session.bidi.unwrap_or(host.mode()) },
        plain: session.settings.plain,
        host,
        no_colour: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        hint: terminal::hint(session.bidi, env),
        extractors: extractors(session),
        ..options
    };
    Ok(tui::run(casebook, options)?)
}
