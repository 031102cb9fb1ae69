//! The loop: event, command, effects, answers, drawing.

use super::app::{App, Effect, Tone};
use super::desk::Desk;
use super::editor::keys::{self, Press};
use super::editor_program::{self, Edited};
use super::form::Input;
use super::guard::Guard;
use super::keymap::{self, Key};
use super::layer::{self, Layer};
use super::screen::Screen;
use super::signals::Signals;
use super::theme::Theme;
use super::watchdog::Watchdog;
use super::{Options, TuiError, clipboard, command};
use crate::journal::Casebook;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{self, Event, KeyEvent, KeyEventKind};
use std::io::{self, IsTerminal, Stdout, Write};
use std::time::Duration;

/// Between two looks at the threads and signals while nothing happens.
const IDLE: Duration = Duration::from_millis(50);
/// The same while an answer is awaited.
const BUSY: Duration = Duration::from_millis(5);
/// The two letters of one lam-alef key come in one breath.
const BREATH: Duration = Duration::from_millis(10);

/// Shows the workbench until the person quits.
pub fn run(casebook: Casebook, options: Options) -> Result<(), TuiError> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(TuiError::NoTerminal);
    }
    let name = casebook.path().file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let keyring = casebook.keyring().clone();
    let desk = Desk::open(casebook, &keyring)?;
    let mut app = App::new(name, options.mode, options.no_colour);
    app.arrows = options.arrows;
    app.host = options.host;
    app.blind.on = options.blind;
    app.extractors = options.extractors;
    if options.plain {
        app.theme = Theme::of_words();
    }
    if !options.query.is_empty() {
        app.filter.editor = super::editor::Editor::line(&options.query);
        app.apply_filter();
    }
    match (options.greeting, options.hint) {
        (Some(greeting), _) => app.say(Tone::Good, greeting),
        (None, Some(hint)) => app.say(Tone::Notice, hint),
        (None, None) => {}
    }
    editor_program::sweep();
    let signals = Signals::watch()?;
    let guard = Guard::take(options.mode, options.host)?;
    let _watchdog = Watchdog::start(&signals)?;
    let screen = Screen::new(CrosstermBackend::new(io::stdout()));
    let ended = Run { app, desk, screen, guard, signals }.until_quit()?;
    if let Some(signal) = ended {
        Signals::end_by(signal);
    }
    Ok(())
}

struct Run {
    app: App,
    desk: Desk,
    screen: Screen<CrosstermBackend<Stdout>>,
    guard: Guard,
    signals: Signals,
}

impl Run {
    /// Runs; gives the signal that ended it, if one did. The terminal is given back when this returns.
    fn until_quit(mut self) -> Result<Option<i32>, TuiError> {
        let mut stale = true;
        loop {
            stale |= self.answers();
            self.app.settle();
            if self.effects()? {
                return Ok(None);
            }
            if let Some(signal) = self.signals.to_end() {
                return Ok(Some(signal));
            }
            if self.signals.to_stop() {
                self.suspend()?;
            }
            if self.signals.resumed() {
                self.guard.leave();
                self.retake()?;
                stale = true;
            }
            if stale {
                self.draw()?;
            }
            let patience = if self.desk.busy() { BUSY } else { IDLE };
            stale = self.events(patience)?;
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let size = self.screen.size()?;
        self.app.size = (size.width, size.height);
        self.screen.draw(&self.app)
    }

    fn answers(&mut self) -> bool {
        let mut any = false;
        while let Some(answer) = self.desk.answer(Duration::ZERO) {
            self.app.take(answer);
            any = true;
        }
        if self.app.exporting.is_some() {
            let step = Some(self.desk.exported());
            any |= self.app.exporting != step;
            self.app.exporting = step;
        }
        if self.app.job.is_some() {
            let step = Some(self.desk.job());
            any |= self.app.job != step;
            self.app.job = step;
        }
        any
    }

    /// Takes the events that are there; false if there were none.
    fn events(&mut self, patience: Duration) -> io::Result<bool> {
        if !event::poll(patience)? {
            return Ok(false);
        }
        loop {
            let event = event::read()?;
            self.event(event)?;
            // Many keys at once, as when one is held down, are drawn once. Effects wait for none.
            if !self.app.effects.is_empty() || !event::poll(Duration::ZERO)? {
                return Ok(true);
            }
        }
    }

    fn event(&mut self, event: Event) -> io::Result<()> {
        match event {
            Event::Key(key) if keymap::may_begin_lam_alef(&key) && !types(&self.app) => {
                if event::poll(BREATH)? {
                    return self.after_lam(&key);
                }
                press(&mut self.app, &key);
            }
            Event::Key(key) => press(&mut self.app, &key),
            Event::Paste(text) => paste(&mut self.app, &text),
            _ => {}
        }
        Ok(())
    }

    fn after_lam(&mut self, lam: &KeyEvent) -> io::Result<()> {
        let next = event::read()?;
        let Event::Key(second) = &next else {
            press(&mut self.app, lam);
            return self.event(next);
        };
        match keymap::joined(lam, second) {
            Some(one) => press(&mut self.app, &one),
            None => {
                press(&mut self.app, lam);
                return self.event(next);
            }
        }
        Ok(())
    }

    /// Carries out what the state asks for; true to quit.
    fn effects(&mut self) -> Result<bool, TuiError> {
        for effect in std::mem::take(&mut self.app.effects) {
            match effect {
                Effect::Order(order) => self.desk.send(*order),
                Effect::Quit => return Ok(true),
                Effect::Suspend => self.suspend()?,
                Effect::Repaint => self.screen.forget(),
                Effect::EditOutside(text) => self.edit_outside(&text)?,
                Effect::Copy(text) => {
                    let mut out = io::stdout();
                    out.write_all(clipboard::copy_sequence(&text).as_bytes())?;
                    out.flush()?;
                }
            }
        }
        Ok(false)
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.guard.leave();
        self.signals.stop_group();
        self.retake()
    }

    fn retake(&mut self) -> io::Result<()> {
        self.guard.enter()?;
        self.screen.forget();
        self.draw()
    }

    fn edit_outside(&mut self, text: &str) -> io::Result<()> {
        self.guard.leave();
        let signals = self.signals.clone();
        let edited = editor_program::edit(text, || signals.to_end().is_some());
        // The editor may have been stopped and continued with us.
        self.signals.resumed();
        if edited != Edited::Stopped {
            self.retake()?;
        }
        take_edited(&mut self.app, edited);
        self.draw()
    }
}

/// Puts what the person's editor wrote into the field that has the keys.
pub fn take_edited(app: &mut App, edited: Edited) {
    let Some(Layer::Form(form)) = app.layers.last_mut() else { return };
    match (edited, form.field_mut().map(|f| &mut f.input)) {
        (Edited::Text(text), Some(Input::Text(editor))) => editor.set(&text),
        (Edited::Failed(why), _) => form.notice = Some(why),
        _ => {}
    }
}

/// Whether letters are typed into a field now, and not commands.
pub fn types(app: &App) -> bool {
    app.layers.last().map_or(app.filter.typing, Layer::types)
}

/// Does what a key press means.
pub fn press(app: &mut App, event: &KeyEvent) {
    let Some(key) = Key::of(event) else { return };
    if event.kind == KeyEventKind::Release {
        return;
    }
    match key.name() {
        "ctrl-c" if !selects(app) => command::quit(app),
        "ctrl-l" => app.effects.push(Effect::Repaint),
        "ctrl-z" => app.effects.push(Effect::Suspend),
        _ if !app.layers.is_empty() => layer::press(app, event, &key),
        _ if app.filter.typing => filter_key(app, event, &key),
        _ => app.key(&key),
    }
    if let Some(text) = app.clip.fresh() {
        app.effects.push(Effect::Copy(text));
    }
}

/// Whether text is selected where it is typed, so that Ctrl-C copies it and does not quit.
fn selects(app: &App) -> bool {
    let editor = match app.layers.last() {
        Some(layer) => layer.editor(),
        None => Some(&app.filter.editor).filter(|_| app.filter.typing),
    };
    editor.is_some_and(|editor| !editor.selection().is_empty())
}

fn filter_key(app: &mut App, event: &KeyEvent, key: &Key) {
    match key.name() {
        "enter" | "tab" => app.filter.typing = false,
        "esc" => {
            app.filter.typing = false;
            app.filter.editor = super::editor::Editor::line("");
            app.apply_filter();
        }
        "up" => app.list.step(-1),
        "down" => app.list.step(1),
        "pgup" => app.list.step(-app.list.screenful()),
        "pgdn" => app.list.step(app.list.screenful()),
        _ => {
            let (mode, arrows) = (app.mode, app.arrows);
            let mut press = Press { event, key, mode, arrows, clip: &mut app.clip };
            keys::press(&mut app.filter.editor, &mut press);
            app.apply_filter();
        }
    }
}

/// Gives pasted text to what is typed into.
pub fn paste(app: &mut App, text: &str) {
    if !app.layers.is_empty() {
        layer::paste(app, text);
    } else if app.filter.typing {
        app.filter.editor.paste(text);
        app.apply_filter();
    }
}
