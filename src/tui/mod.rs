//! The workbench: the casebook on the screen of a terminal.
//!
//! An event becomes a key's name ([`keymap`]), that a command ([`command`]) or a layer's business
//! ([`layer`]); those change the state ([`app`]) and leave effects, which the loop ([`run`]) carries out or
//! hands to the threads ([`desk`]). Then the state is drawn ([`pane`]), by which nothing changes.

pub mod app;
pub mod blind;
mod clipboard;
pub mod command;
pub mod conflicts;
pub mod desk;
pub mod document;
pub mod document_text;
pub mod editor;
mod editor_program;
mod extractors;
pub mod form;
pub mod guard;
pub mod keymap;
pub mod layer;
pub mod layouts;
pub mod list;
pub mod paint;
pub mod pane;
mod run;
pub mod screen;
mod signals;
#[cfg(test)]
mod tests;
pub mod theme;
mod watchdog;
mod words;

pub use extractors::Extractors;
pub use run::run;

use crate::bidi::{Host, Mode};
use crate::journal::CasebookError;

/// How the workbench is shown.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How Arabic is sent to this terminal.
    pub mode: Mode,
    /// What arrows to the left and right mean.
    pub arrows: crate::settings::Arrows,
    /// Which terminal it is, as far as is known.
    pub host: Host,
    /// Screens for a screen reader, in mode off.
    pub plain: bool,
    /// No colours (`NO_COLOR`).
    pub no_colour: bool,
    /// A line to show at the start.
    pub greeting: Option<String>,
    /// What to heed of this terminal, shown where there is no greeting.
    pub hint: Option<String>,
    /// A filter to begin with.
    pub query: String,
    /// Others' verdicts are hidden from the start.
    pub blind: bool,
    /// Finds claims again.
    pub extractors: Extractors,
}

/// Why the workbench could not be shown, or had to end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TuiError {
    /// Input or output is not a terminal.
    #[error("{}", crate::say!("workbench-no-terminal"))]
    NoTerminal,
    /// The terminal refused.
    #[error("{}", crate::say!("workbench-terminal", what = crate::locale::system(.0)))]
    Terminal(#[from] std::io::Error),
    /// The casebook cannot be read.
    #[error(transparent)]
    Casebook(#[from] CasebookError),
}

impl TuiError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            TuiError::NoTerminal => crate::say!("workbench-no-terminal-hint"),
            TuiError::Terminal(_) => crate::say!("workbench-terminal-hint"),
            TuiError::Casebook(error) => error.hint(),
        }
    }
}
