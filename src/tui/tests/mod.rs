//! Tests of the workbench by keys and screens, on real casebooks in temporary folders.

mod arabic;
mod arabic_layout;
mod arabic_terminals;
mod blind;
mod conflicts;
mod editing;
mod erasing;
mod handing;
mod keys;
mod lists;
mod pitfalls;
mod plain;
mod screens;
mod walks;

use super::app::App;
use super::desk::Desk;
use super::keymap;
use super::run::{paste, press, types};
use super::screen::Screen;
use crate::bidi::Mode;
use crate::journal::{Casebook, Keyring};
use crate::model::{Extracted, Id, Kind, Polarity, Quote, Received};
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Long enough for a busy machine; nothing waits this long when all is well.
const DEADLINE: Duration = Duration::from_secs(60);

/// A workbench without a terminal.
struct Bench {
    app: App,
    desk: Desk,
    terminal: Screen<TestBackend>,
    folder: TempDir,
}

impl Bench {
    /// The workbench over the project's samples.
    fn with_samples(size: (u16, u16)) -> Bench {
        Bench::new(size, |book| {
            for (name, bytes) in crate::samples::ALL {
                import_article(book, name, bytes);
            }
        })
    }

    fn new(size: (u16, u16), fill: impl FnOnce(&mut Casebook)) -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let keyring = Keyring::at(folder.path().join("keys"));
        let mut book = Casebook::open_or_create(&folder.path().join("a.hudna"), keyring.clone()).unwrap();
        fill(&mut book);
        let desk = Desk::open(book, &keyring).unwrap();
        let app = App::new("a.hudna".into(), Mode::App, false);
        let terminal = Screen::new(TestBackend::new(size.0, size.1));
        let mut bench = Bench { app, desk, terminal, folder };
        bench.settle();
        bench
    }

    /// The casebook as another program opens it.
    fn other(&self) -> Casebook {
        Casebook::open(&self.path("a.hudna"), Keyring::at(self.path("other-keys"))).unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Until nothing is asked or awaited any more; then draws.
    fn settle(&mut self) {
        let until = Instant::now() + DEADLINE;
        loop {
            self.app.settle();
            for effect in std::mem::take(&mut self.app.effects) {
                if let super::app::Effect::Order(order) = effect {
                    self.desk.send(*order);
                } else {
                    self.app.effects.push(effect);
                }
            }
            if !self.desk.busy() {
                break;
            }
            assert!(Instant::now() < until, "no answer");
            if let Some(answer) = self.desk.answer(Duration::from_millis(50)) {
                self.app.take(answer);
            }
            self.app.effects.retain(|e| matches!(e, super::app::Effect::Order(_)));
        }
        self.draw();
    }

    fn draw(&mut self) {
        let size = self.terminal.size().unwrap();
        self.app.size = (size.width, size.height);
        self.terminal.draw(&self.app).unwrap();
        // Whatever was drawn before, the screen is as if nothing had been.
        let mut fresh = Screen::new(TestBackend::new(size.width, size.height));
        fresh.draw(&self.app).unwrap();
        assert_eq!(self.terminal.backend().buffer(), fresh.backend().buffer());
    }

    /// Presses keys by their names, each settled: `j`, `enter`, `ctrl-s`, or a text to type as `"text"`.
    fn keys(&mut self, keys: &str) -> &mut Bench {
        for key in keys.split_whitespace() {
            self.key(event(key));
        }
        self
    }

    /// Types a text, letter by letter.
    fn write(&mut self, text: &str) -> &mut Bench {
        for c in text.chars() {
            self.key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        }
        self
    }

    fn key(&mut self, event: KeyEvent) {
        press(&mut self.app, &event);
        self.settle();
    }

    /// Pastes a text.
    fn paste(&mut self, text: &str) -> &mut Bench {
        paste(&mut self.app, text);
        self.settle();
        self
    }

    /// Waits for what another thread or program does.
    fn until(&mut self, what: &str, seen: impl Fn(&str) -> bool) {
        let until = Instant::now() + DEADLINE;
        while !seen(&self.screen()) {
            assert!(Instant::now() < until, "not seen: {what}\n{}", self.screen());
            if let Some(answer) = self.desk.answer(Duration::from_millis(50)) {
                self.app.take(answer);
            }
            self.settle();
        }
    }

    /// The screen's rows.
    fn screen(&self) -> String {
        rows(self.terminal.backend().buffer()).join("\n")
    }

    fn has(&self, words: &str) -> bool {
        self.screen().contains(words)
    }

    #[track_caller]
    fn sees(&self, words: &str) {
        assert!(self.has(words), "“{words}” is not on the screen:\n{}", self.screen());
    }

    #[track_caller]
    fn lacks(&self, words: &str) {
        assert!(!self.has(words), "“{words}” is on the screen:\n{}", self.screen());
    }

    fn selected(&self) -> Id {
        self.app.claim().unwrap().id.clone()
    }
}

fn rows(buffer: &Buffer) -> Vec<String> {
    let width = usize::from(buffer.area.width);
    buffer.content.chunks(width).map(|row| row.iter().map(|c| c.symbol()).collect()).collect()
}

/// A key press by its name.
fn event(name: &str) -> KeyEvent {
    let (modifiers, name) = match (name.strip_prefix("ctrl-"), name.strip_prefix("S-")) {
        (Some(rest), _) => (KeyModifiers::CONTROL, rest),
        (_, Some("tab")) => return KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT),
        (_, Some(rest)) => (KeyModifiers::SHIFT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgdn" => KeyCode::PageDown,
        "pgup" => KeyCode::PageUp,
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "space" => KeyCode::Char(' '),
        one => KeyCode::Char(one.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}

fn import_article(book: &mut Casebook, name: &str, bytes: &[u8]) {
    let hint = crate::intake::Hint { name: Some(name), ..Default::default() };
    let received = crate::intake::read(bytes.to_vec(), &hint, &Default::default()).unwrap();
    let extractor = crate::extract::Extractor::new().unwrap();
    book.import(&received, &extractor.extract(&received.text), extractor.version()).unwrap();
}

/// Imports a text with claims at these spans.
fn import_text(book: &mut Casebook, text: &str, spans: &[(usize, usize)]) -> Id {
    let received = Received {
        bytes: text.as_bytes().to_vec(),
        text: text.to_owned(),
        title: "A title".into(),
        language: "en".into(),
        media_type: "text/plain".into(),
        encoding: "UTF-8".into(),
        ..Received::default()
    };
    let chars: Vec<char> = text.chars().collect();
    let claim = |&(start, end): &(usize, usize)| Extracted {
        start,
        end,
        text: chars[start..end].iter().collect(),
        speaker: "the envoy".into(),
        role: String::new(),
        cue: "said".into(),
        cue_span: (start, start + 1),
        via: Vec::new(),
        quote: Quote::Indirect,
        polarity: Polarity::Assert,
        kind: Kind::Other,
        nested: false,
        confidence: 0.9,
        worth: 60,
        reasons: vec![crate::model::Reason::Number],
        language: "en".into(),
    };
    let claims: Vec<Extracted> = spans.iter().map(claim).collect();
    book.import(&received, &claims, "test 1").unwrap().document
}

/// As the loop does it with keys that come in one breath.
fn in_one_breath(bench: &mut Bench, letters: &str) {
    let events: Vec<KeyEvent> =
        letters.chars().map(|c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)).collect();
    match events.as_slice() {
        [first, second] if !types(&bench.app) => match keymap::joined(first, second) {
            Some(one) => bench.key(one),
            None => events.iter().for_each(|e| bench.key(*e)),
        },
        _ => events.iter().for_each(|e| bench.key(*e)),
    }
}
