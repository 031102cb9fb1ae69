//! Questions to the person at the keyboard: yes or no, whose key it is, and passphrases.

use super::failure::Failure;
use super::output::{self, Output};
use crate::model::KeyState;
use crate::{locale, say, tell};
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// Whether there is a person to be asked.
pub fn can() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks on the terminal; anything but yes is no.
pub fn agreed(question: &str, out: &mut Output) -> Result<bool, Failure> {
    out.flush()?;
    let answer = output::ask(&say!("ask-yes-no", question = question))?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "نعم" | "ن"))
}

/// How one is sure of something that cannot be taken back.
#[derive(Debug, clap::Args)]
pub struct Yes {
    /// Do not ask.
    #[arg(short, long)]
    yes: bool,
}

impl Yes {
    /// Whether it is to be done; without a person to ask it must have been said.
    pub fn agreed(&self, question: &str, out: &mut Output) -> Result<bool, Failure> {
        match self.yes {
            true => Ok(true),
            false if can() => agreed(question, out),
            false => Err(Failure::usage(say!("ask-nobody")).hint(say!("ask-nobody-hint"))),
        }
    }
}

/// How one knows whose key it is.
#[derive(Debug, clap::Args)]
pub struct Sure {
    /// The key's fingerprint, as its holder told it over another channel; refused where the key has another.
    #[arg(long, value_name = "SHA256:…")]
    fingerprint: Option<String>,
    #[command(flatten)]
    yes: Yes,
}

impl Sure {
    /// Whether a person is sure that a key is whose they take it for.
    pub fn of(&self, key: &KeyState, question: &str, out: &mut Output) -> Result<bool, Failure> {
        match &self.fingerprint {
            Some(given) if crate::text::bare(given).trim_end_matches('=') == key.fingerprint => Ok(true),
            Some(_) => {
                let failure = Failure::failed(say!("ask-other-fingerprint", fingerprint = &key.fingerprint));
                Err(failure.hint(say!("ask-other-fingerprint-hint")))
            }
            None => {
                if !self.yes.yes && can() {
                    out.note(&tell!("ask-fingerprint", fingerprint = &key.fingerprint));
                    out.note(&tell!("ask-compare"));
                }
                self.yes.agreed(question, out).map_err(|failure| match failure.code {
                    2 => failure.hint(say!("ask-nobody-fingerprint-hint")),
                    _ => failure,
                })
            }
        }
    }
}

/// Where a passphrase comes from.
#[derive(Debug, clap::Args)]
pub struct Passphrase {
    /// Take the passphrase from the first line of this file instead of asking for it.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl Passphrase {
    /// One that is being chosen: asked for twice.
    pub fn choose(&self) -> Result<String, Failure> {
        let chosen = match &self.passphrase_file {
            Some(file) => first_line(file)?,
            None => {
                let first = hidden(&say!("ask-passphrase"))?;
                if hidden(&say!("ask-again"))? != first {
                    return Err(Failure::failed(say!("ask-unlike")).hint(say!("ask-unlike-hint")));
                }
                first
            }
        };
        match chosen.chars().count() {
            0..8 => Err(Failure::failed(say!("ask-short")).hint(say!("ask-short-hint"))),
            _ => Ok(chosen),
        }
    }

    /// One that there is.
    pub fn tell(&self, of: &Path) -> Result<String, Failure> {
        match &self.passphrase_file {
            Some(file) => first_line(file),
            None => hidden(&say!("ask-passphrase-of", file = of.display())),
        }
    }
}

/// Asks on the terminal without showing what is typed.
pub fn hidden(prompt: &str) -> Result<String, Failure> {
    let none = || Failure::failed(say!("ask-no-terminal")).hint(say!("ask-no-terminal-hint"));
    // A program that is run by another one must not wait for a person, even if there is a terminal somewhere.
    if !can() {
        return Err(none());
    }
    rpassword::prompt_password(output::prompt(prompt)).map_err(|_| none())
}

fn first_line(path: &Path) -> Result<String, Failure> {
    let told = |error: &io::Error| {
        Failure::failed(say!("ask-unread", file = path.display(), why = locale::system(error)))
            .hint(say!("ask-unread-hint"))
    };
    let mut text = String::new();
    let file = std::fs::File::open(path).map_err(|e| told(&e))?;
    file.take(1 << 16).read_to_string(&mut text).map_err(|e| told(&e))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}
