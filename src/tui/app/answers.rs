//! What the answers of the threads do to the state.

use super::{App, Tone};
use crate::model::{ClaimFile, Id};
use crate::say;
use crate::tui::desk::{Answer, Failure, Loaded, Order, Wrote};
use crate::tui::layer::{self, Layer};
use crate::tui::{command, pane};
use std::path::PathBuf;

impl App {
    /// Takes an answer of the threads.
    pub fn take(&mut self, answer: Answer) {
        match answer {
            Answer::Claims(_, Ok(page)) => {
                self.blind.read(page.claims.iter().map(|claim| &claim.id), &page.judged);
                self.list.take(page);
            }
            Answer::Claims(list, Err(failure)) => self.list_failed(list, &failure),
            Answer::Count(list, of, Ok(counts)) => self.list.counted(list, of, counts),
            Answer::File(id, Ok((file, judged))) => {
                self.blind.read(std::iter::once(&id), if judged { std::slice::from_ref(&id) } else { &[] });
                self.take_file(&id, file);
            }
            Answer::Document(id, Ok(loaded)) => self.take_document(&id, *loaded),
            Answer::Desk(Ok((scale, me, erasures, ended))) => {
                (self.scale, self.me, self.erasures, self.key_ended) = (scale, me, erasures, ended);
            }
            Answer::Erasures(Ok(erasures)) => command::erasing::offer(self, erasures),
            Answer::Conflicts(Ok(found)) => self.conflicts.take(found),
            Answer::Previewed(found, whose) => layer::merge::previewed(self, found, whose),
            Answer::Drafted(tells, head) => layer::share::drafted(self, tells, head),
            Answer::Shared(result) => layer::share::shared(self, result),
            Answer::Merged(result) => layer::merge::merged(self, result),
            Answer::Keys(Ok(keys)) => command::keys::offer(self, keys),
            Answer::Documents(Ok(documents)) => command::documents::offer(self, documents),
            Answer::Skipped => {}
            Answer::Changed => self.reload(),
            Answer::Replaced(replaced) => self.replaced = Some(replaced),
            // What was told before that was of the file that is gone.
            Answer::Reopened => (self.replaced, self.reopening) = (None, false),
            Answer::Wrote(result) => self.take_written(result),
            Answer::Exported(result) => self.take_exported(result),
            // A claim that is gone is missing from the list too, which says so.
            Answer::Count(_, _, Err(failure)) | Answer::File(_, Err(failure)) if failure.gone => {}
            Answer::Document(id, Err(failure)) => {
                self.fail(&failure);
                if self.document.as_ref().is_some_and(|d| *d.id() == id && (failure.gone || !d.loaded())) {
                    self.close_document();
                }
            }
            Answer::Count(_, _, Err(failure))
            | Answer::File(_, Err(failure))
            | Answer::Desk(Err(failure))
            | Answer::Documents(Err(failure))
            | Answer::Conflicts(Err(failure))
            | Answer::Keys(Err(failure))
            | Answer::Erasures(Err(failure))
            | Answer::Lost(failure) => self.fail(&failure),
        }
    }

    fn list_failed(&mut self, list: u64, failure: &Failure) {
        self.list.failed(list);
        if failure.gone {
            let order = self.list.restart();
            self.order(order);
        } else {
            self.fail(failure);
        }
    }

    fn take_file(&mut self, id: &Id, file: Box<ClaimFile>) {
        if self.detail.asked.as_ref() != Some(id) {
            return;
        }
        for layer in &mut self.layers {
            if let Layer::Form(form) = layer {
                form.note_change(&file.claim);
            }
        }
        self.detail.file = Some(file);
    }

    fn take_document(&mut self, id: &Id, loaded: Loaded) {
        if let Some(document) = self.document.as_mut().filter(|d| d.id() == id) {
            document.take(loaded);
        }
    }

    fn take_written(&mut self, result: Result<Wrote, Failure>) {
        self.writing = None;
        match result {
            Ok(wrote) => {
                if self.form_waits() {
                    self.layers.pop();
                }
                if let Some(document) = &mut self.document {
                    document.drop_mark();
                }
                (self.undo_stuck, self.needless) = (wrote.stuck, wrote.needless);
                self.say(Tone::Good, wrote.message);
                if wrote.reopened {
                    self.reopening = true;
                    self.order(Order::Reopen);
                }
                self.reload();
                if let Some(id) = wrote.show {
                    self.show(&id);
                }
            }
            // What was typed is kept elsewhere: the form has done its work.
            Err(failure) if failure.rescued.is_some() => {
                if self.form_waits() {
                    self.layers.pop();
                }
                self.fail(&failure);
                self.replaced = failure.rescued;
            }
            Err(failure) => match self.layers.last_mut() {
                Some(Layer::Form(form)) if form.waiting => form.refused(&failure),
                _ => self.fail(&failure),
            },
        }
    }

    fn form_waits(&self) -> bool {
        matches!(self.layers.last(), Some(Layer::Form(form)) if form.waiting)
    }

    fn take_exported(&mut self, result: Result<(PathBuf, u64), Failure>) {
        self.exporting = None;
        match result {
            Ok((path, bytes)) => {
                let size = pane::size_words(bytes);
                self.say(Tone::Good, say!("tui-export-written", place = path.display(), size = size));
            }
            Err(failure) => self.fail(&failure),
        }
    }
}
