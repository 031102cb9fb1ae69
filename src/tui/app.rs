//! The workbench's state. What the answers of the threads do to it is in `answers`; nothing here draws or reads a file.

mod answers;

use super::blind::Blind;
use super::command;
use super::conflicts::{Against, Conflicts};
use super::desk::{Export, Failure, MergeFile, Order, Read, ShareFile, Step, Write};
use super::document::DocumentView;
use super::editor::{Clip, Editor};
use super::extractors::Extractors;
use super::keymap::Key;
use super::layer::{Confirm, Layer};
use super::list::List;
use super::theme::Theme;
use crate::bidi::{Host, Mode};
use crate::journal::Replaced;
use crate::model::{Checker, Claim, ClaimFile, EndedBy, Id, Query, QueryError, Scale};
use crate::say;
use crate::settings::Arrows;
use std::cell::Cell;

/// What fills the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The list, with the claim's file.
    Claims,
    /// A document.
    Document,
    /// What stands against each other.
    Conflicts,
}

/// Which part of [`View::Claims`] has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The list.
    List,
    /// The claim's file.
    Detail,
}

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something worked.
    Good,
    /// To be heeded.
    Notice,
    /// Something failed.
    Error,
}

/// A line for the person at the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The words.
    pub text: String,
    /// How they are meant.
    pub tone: Tone,
}

/// The filter line.
#[derive(Debug)]
pub struct Filter {
    /// The query as typed.
    pub editor: Editor,
    /// Whether it is being typed.
    pub typing: bool,
    /// What is wrong with it.
    pub error: Option<QueryError>,
}

/// What the loop does for the state: all that reaches outside of it.
#[derive(Debug)]
pub enum Effect {
    /// Have the threads do something.
    Order(Box<Order>),
    /// End the program.
    Quit,
    /// Hand the terminal back to the shell until continued.
    Suspend,
    /// Have the text of the field that is edited written in the person's own editor.
    EditOutside(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Paint everything anew.
    Repaint,
}

/// The file of the claim that the cursor is on.
#[derive(Debug, Default)]
pub struct Detail {
    /// As read last.
    pub file: Option<Box<ClaimFile>>,
    /// The claim that was asked for last.
    pub asked: Option<Id>,
    /// Rows scrolled away.
    pub scroll: Cell<usize>,
    /// Rows shown.
    pub room: Cell<usize>,
}

/// The state of the workbench.
pub struct App {
    /// What fills the screen.
    pub view: View,
    /// Which part has the keys.
    pub focus: Focus,
    /// The list.
    pub list: List,
    /// The filter.
    pub filter: Filter,
    /// The claim's file.
    pub detail: Detail,
    /// The open document.
    pub document: Option<DocumentView>,
    /// What stands against each other.
    pub conflicts: Conflicts,
    /// Finds claims again.
    pub extractors: Extractors,
    /// What is hidden of others' verdicts.
    pub blind: Blind,
    /// What lies over the panes; the last has the keys.
    pub layers: Vec<Layer>,
    /// The line at the bottom.
    pub message: Option<Message>,
    /// The casebook's scale.
    pub scale: Scale,
    /// The person at the keyboard.
    pub me: Option<Checker>,
    /// Whether the last thing done was an undo that could take nothing back.
    pub undo_stuck: bool,
    /// The document in which it was needless to look again, if that was the last thing done.
    pub needless: Option<Id>,
    /// How their key came to its end, if it did.
    pub key_ended: Option<EndedBy>,
    /// How many erasures wait for them.
    pub erasures: u64,
    /// The casebook's file name.
    pub title: String,
    /// Styles.
    pub theme: Theme,
    /// How Arabic is sent to this terminal.
    pub mode: Mode,
    /// What arrows to the left and right mean.
    pub arrows: Arrows,
    /// What was cut or copied in text fields.
    pub clip: Clip,
    /// Which terminal it is, as far as is known.
    pub host: Host,
    /// What is to be done outside.
    pub effects: Vec<Effect>,
    /// What is being written, in words.
    pub writing: Option<String>,
    /// What became of the casebook's file, until it was asked what to do.
    pub replaced: Option<Replaced>,
    /// Whether the file that came in its place is being taken up.
    pub reopening: bool,
    /// How far the report is that is being written.
    pub exporting: Option<Step>,
    /// How far a merge is, or a copy to hand over, while it is under way.
    pub job: Option<Step>,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
}

impl App {
    /// The state at the start.
    pub fn new(title: String, mode: Mode, no_colour: bool) -> App {
        let mut app = App {
            view: View::Claims,
            focus: Focus::List,
            list: List::default(),
            filter: Filter { editor: Editor::line(""), typing: false, error: None },
            detail: Detail::default(),
            document: None,
            conflicts: Conflicts::default(),
            extractors: Extractors::default(),
            blind: Blind::default(),
            layers: Vec::new(),
            message: None,
            scale: Scale::standard(),
            me: None,
            undo_stuck: false,
            needless: None,
            key_ended: None,
            erasures: 0,
            title,
            theme: Theme::new(no_colour),
            mode,
            arrows: Arrows::default(),
            clip: Clip::default(),
            host: Host::Cells,
            effects: Vec::new(),
            writing: None,
            replaced: None,
            reopening: false,
            exporting: None,
            job: None,
            size: (80, 24),
        };
        app.order(Order::Read(Read::Desk));
        let first = app.list.list_from_first(Query::default());
        app.order(first);
        app
    }

    /// The claim that commands are about.
    pub fn claim(&self) -> Option<&Claim> {
        match (self.view, &self.document) {
            (View::Document, Some(document)) => document.claim(),
            _ => self.list.selected(),
        }
    }

    /// Its file, if it has been read.
    pub fn file(&self) -> Option<&ClaimFile> {
        let claim = self.claim()?;
        self.detail.file.as_deref().filter(|file| file.claim.id == claim.id)
    }

    /// The document view, while it fills the screen.
    pub fn open_document(&mut self) -> Option<&mut DocumentView> {
        if self.view == View::Document { self.document.as_mut() } else { None }
    }

    /// Whether the screen is too narrow for two panes side by side.
    pub fn narrow(&self) -> bool {
        self.size.0 < 100
    }

    /// Has the threads do something.
    pub fn order(&mut self, order: Order) {
        self.effects.push(Effect::Order(Box::new(order)));
    }

    /// Writes, saying so as long as it lasts.
    pub fn write(&mut self, write: Write) {
        let words = match &write {
            Write::Evidence(_, evidence) if evidence.file.is_some() => say!("tui-writing-file"),
            Write::Undo | Write::UndoOver => say!("tui-writing-undo"),
            Write::Erase { .. } | Write::ConfirmErasure(_) => say!("tui-writing-erase"),
            Write::TakeUp => say!("tui-writing-merge"),
            Write::Again { .. } => say!("tui-writing-again"),
            _ => say!("tui-writing"),
        };
        self.writing = Some(words);
        self.order(Order::Write(write));
    }

    /// Writes a report.
    pub fn export(&mut self, export: Export) {
        self.exporting = Some(Step::default());
        self.order(Order::Export(export));
    }

    /// Makes a copy to hand over.
    pub fn share(&mut self, file: ShareFile) {
        self.job = Some(Step::default());
        self.order(Order::Share(file));
    }

    /// Reads and proves another casebook, to be merged.
    pub fn merge(&mut self, file: MergeFile) {
        self.job = Some(Step::default());
        self.order(Order::Merge(file));
    }

    /// Shows a line.
    pub fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), tone });
    }

    /// Shows what went wrong.
    pub fn fail(&mut self, failure: &Failure) {
        self.say(Tone::Error, format!("{} {}", sentence(&failure.message), failure.hint));
    }

    /// A key outside text fields: a layer's, or a command's.
    pub fn key(&mut self, key: &Key) {
        self.message = None;
        if let Some(command) = command::find(self, key) {
            (command.run)(self);
        }
    }

    /// Lists what the filter line says, or says what is wrong with it.
    pub fn apply_filter(&mut self) {
        match Query::parse(self.filter.editor.text()) {
            // Which claims have a verdict would tell it.
            Ok(query) if self.blind.on && !query.verdict.is_empty() => {
                let at = 0..self.filter.editor.text().len();
                self.filter.error = Some(QueryError { message: say!("tui-blind-filter"), at });
            }
            Ok(query) => {
                self.filter.error = None;
                let now = self.list.query();
                if query != *now {
                    // The same claims in another order: the cursor stays on its claim.
                    let same = Query { order: now.order, ..query.clone() } == *now;
                    let order = if same { self.list.list(query) } else { self.list.list_from_first(query) };
                    self.order(order);
                }
            }
            Err(error) => self.filter.error = Some(error),
        }
    }

    /// Notes which verdicts are on the screen.
    fn note_seen(&mut self) {
        match self.view {
            View::Claims => self.blind.shown(self.list.on_screen()),
            View::Conflicts => {
                if let Some(Against::Dispute(dispute)) = self.conflicts.current() {
                    self.blind.note(&dispute.claim);
                }
            }
            View::Document => {}
        }
        let shown = self.claim().map(|claim| claim.id.clone());
        if let Some(file) = self.detail.file.as_deref().filter(|file| Some(&file.claim.id) == shown.as_ref())
        {
            self.blind.shown_file(file);
        }
    }

    /// Asks for what the state lacks: further claims, counts, the file of the claim.
    pub fn settle(&mut self) {
        self.note_seen();
        self.ask_to_take_up();
        if let Some(order) = self.list.wants() {
            self.order(order);
        }
        let wanted = self.claim().map(|c| c.id.clone());
        if wanted != self.detail.asked {
            self.detail.asked.clone_from(&wanted);
            self.detail.scroll.set(0);
            if let Some(id) = wanted {
                self.order(Order::Read(Read::File(id)));
            }
        }
        if let Some(document) = &mut self.document
            && let Some(order) = document.wants()
        {
            self.order(order);
        }
    }

    /// Asks what to do where the casebook's file was replaced; never into what is being typed.
    fn ask_to_take_up(&mut self) {
        if self.layers.is_empty()
            && !self.filter.typing
            && self.writing.is_none()
            && !self.reopening
            && let Some(replaced) = self.replaced.take()
        {
            self.layers.push(Layer::Confirm(Confirm::take_up(replaced)));
        }
    }

    /// Reads again what is shown; the selection stays on its claim.
    pub fn reload(&mut self) {
        let list = self.list.reload();
        self.order(list);
        if let Some(id) = self.detail.asked.clone() {
            self.order(Order::Read(Read::File(id)));
        }
        if let Some(document) = &mut self.document {
            document.reload();
        }
        if self.view == View::Conflicts {
            self.order(Order::Read(Read::Conflicts));
        }
        self.order(Order::Read(Read::Desk));
    }

    /// Goes to a claim, in the list and in the open document.
    pub fn show(&mut self, id: &Id) {
        if let Some(order) = self.list.go_to(id) {
            self.order(order);
        }
        if let Some(document) = &mut self.document {
            document.go_to_claim(id);
        }
    }

    /// Closes the document; the list's cursor goes to the claim that was looked at.
    pub fn close_document(&mut self) {
        let claim = self.document.as_ref().and_then(|d| d.claim()).map(|c| c.id.clone());
        self.view = View::Claims;
        self.document = None;
        if let Some(id) = claim
            && self.list.selected().is_none_or(|c| c.id != id)
            && let Some(order) = self.list.go_to(&id)
        {
            self.order(order);
        }
    }
}

/// Words as a sentence.
pub(super) fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    let end = if words.ends_with(['.', '!', '?', '؟', '…']) { "" } else { "." };
    format!("{first}{}{end}", chars.as_str())
}
