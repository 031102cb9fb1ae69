//! The casebook as the workbench and the command line hold it: opening, and the one way to write.

use super::backup::{self, Before};
use super::entry::{Body, CASEBOOK};
use super::keyring::{Keyring, Signer, private_folder};
use super::past::PastState;
use super::writer::{Sitting, Writer};
use super::{CasebookError, Result};
use crate::model::Scale;
use crate::store::{self, Connection, FileHead, Held};
use crate::text::CodePoints;
use std::cell::RefCell;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// An open casebook: reads go to its tables, writes through its journal.
///
/// Every writing method is one action: one transaction, signed, undoable, or nothing.
pub struct Casebook {
    pub(super) conn: Connection,
    /// The file; after the connection, since closing it gives up the connection's locks.
    pub(super) held: Option<Held>,
    /// The file that is written to where this one was replaced.
    pub(super) rescue: Option<PathBuf>,
    path: PathBuf,
    pub(super) keyring: Keyring,
    pub(super) sitting: Option<Sitting>,
    /// The copy of the file as it was, where opening it brought it to the present format.
    upgraded: Option<PathBuf>,
    /// The action that several writes are grouped under.
    action: Option<String>,
    /// The text read last: lists and details stay on one document for long.
    pub(super) last_text: RefCell<Option<Text>>,
    /// Which past state this is; none where it is the casebook itself.
    pub(super) past: Option<PastState>,
    /// Where the tables of a past state lie.
    pub(super) scratch: Option<store::PrivateFolder>,
}

/// A document's text with its index of code points.
#[derive(Clone)]
pub(super) struct Text {
    /// Local number of the blob that it is read from.
    pub blob: i64,
    pub points: Arc<CodePoints<Arc<str>>>,
}

impl Casebook {
    /// Opens a casebook that is there.
    pub fn open(path: &Path, keyring: Keyring) -> Result<Casebook> {
        Casebook::open_with(path, keyring, &mut |_, _| ())
    }

    /// The same; an older file is brought to the present format first, of which `progress` is told how much of how
    /// much is done.
    pub fn open_with(path: &Path, keyring: Keyring, progress: &mut dyn FnMut(u64, u64)) -> Result<Casebook> {
        let failed = |source: std::io::Error| match source.kind() {
            std::io::ErrorKind::NotFound => CasebookError::Missing(path.to_owned()),
            _ => CasebookError::File { path: path.to_owned(), source },
        };
        // A pipe would wait for a writer for ever.
        if !path.metadata().map_err(failed)?.is_file() {
            return Err(store::foreign::ForeignError::NotAFile(path.to_owned()).into());
        }
        let held = Held::open(path).map_err(failed)?;
        let head = held.head().map_err(failed)?;
        no_log_beside(path, &head)?;
        match store::head_of(&head) {
            FileHead::Casebook(format) if format > store::FORMAT => Err(CasebookError::Newer {
                path: path.to_owned(),
                found: format.into(),
                known: store::FORMAT.into(),
            }),
            FileHead::Casebook(_) => {
                let strange = |what| CasebookError::Strange { path: path.to_owned(), what };
                let mut conn = store::open_own(path)?.map_err(strange)?;
                store::sweep(folder_of(path));
                let upgraded = upgrade(&mut conn, path, progress)?;
                fill_search(&mut conn)?;
                super::erase::finish(&conn, path)?;
                Ok(Casebook { upgraded, held: Some(held), ..Casebook::of(conn, path, keyring) })
            }
            FileHead::Foreign => Err(CasebookError::NotACasebook(path.to_owned())),
        }
    }

    /// Opens a casebook, making it and its folder first where there is none.
    ///
    /// A new one is made complete under another name and then moved into place, so a killed program
    /// leaves no half of one, and of two that make one at once the second finds the first's.
    pub fn open_or_create(path: &Path, keyring: Keyring) -> Result<Casebook> {
        if path.symlink_metadata().is_err() {
            let failed = |source| CasebookError::File { path: path.to_owned(), source };
            let folder = folder_of(path);
            private_folder(folder).map_err(failed)?;
            let private = store::private_tempdir(folder, ".hudna-new-").map_err(failed)?;
            let temporary = tempfile::Builder::new().tempfile_in(private.path()).map_err(failed)?;
            create(temporary.path(), &keyring)?;
            match store::keep_new(temporary, path) {
                Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => return Err(failed(e)),
                _ => {}
            }
        }
        Casebook::open(path, keyring)
    }

    /// A casebook whose tables are read through this connection.
    pub(super) fn of(conn: Connection, path: &Path, keyring: Keyring) -> Casebook {
        Casebook {
            conn,
            held: None,
            rescue: None,
            path: path.to_owned(),
            keyring,
            sitting: None,
            upgraded: None,
            action: None,
            last_text: RefCell::default(),
            past: None,
            scratch: None,
        }
    }

    /// From now on what is read or written here ends early, with an error, when a person wants to stop.
    pub fn stop_by(&mut self, stop: &Arc<AtomicBool>) -> Result<()> {
        Ok(store::watch(&mut self.conn, stop)?)
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The copy of the file as it was, where opening it brought it to the present format.
    pub fn upgraded(&self) -> Option<&Path> {
        self.upgraded.as_deref()
    }

    /// Where this checker's key lies.
    pub fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// Makes everything that `work` writes one action.
    pub fn grouped<T>(&mut self, work: impl FnOnce(&mut Casebook) -> T) -> T {
        let outer = self.action.take();
        self.action = Some(outer.clone().unwrap_or_else(new_action));
        let done = work(self);
        self.action = outer;
        done
    }

    /// Runs `work` in a transaction and writes what it drafts; nothing is kept if anything fails. Where the file was
    /// replaced meanwhile, it is kept in a rescue file, and an error says so.
    pub(super) fn write<T>(&mut self, work: impl FnOnce(&mut Writer) -> Result<T>) -> Result<T> {
        self.is_present()?;
        self.heed_replaced()?;
        if let Some(held) = &self.held {
            no_log_beside(&self.path, &held.head().unwrap_or_default())?;
        }
        let done = self.write_open(work);
        self.or_displaced(done)
    }

    fn write_open<T>(&mut self, work: impl FnOnce(&mut Writer) -> Result<T>) -> Result<T> {
        let signer = self.keyring.load_or_make()?;
        let casebook = self.id()?;
        let action = self.action_or_new();
        let tx = begin(&mut self.conn)?;
        let mut writer = Writer::new(&tx, &signer, self.sitting.clone(), &casebook, &action)?;
        let done = work(&mut writer)?;
        if writer.is_empty() {
            return Ok(done);
        }
        let sitting = writer.finish()?;
        tx.commit()?;
        self.sitting = sitting;
        Ok(done)
    }

    /// The action that is written now: the one that several writes are grouped under, else one of its own.
    pub(super) fn action_or_new(&self) -> String {
        self.action.clone().unwrap_or_else(new_action)
    }

    /// The same with other keys than one's own, one after the other in one transaction: one for each piece of work.
    pub(super) fn write_as<'a>(
        &mut self,
        all: impl Iterator<Item = (&'a Signer, impl FnOnce(&mut Writer) -> Result<()>)>,
    ) -> Result<()> {
        let (casebook, action) = (self.id()?, new_action());
        let tx = begin(&mut self.conn)?;
        for (signer, work) in all {
            let mut writer = Writer::new(&tx, signer, None, &casebook, &action)?;
            work(&mut writer)?;
            writer.finish()?;
        }
        Ok(tx.commit()?)
    }

    /// The casebook's id.
    pub fn id(&self) -> Result<String> {
        Ok(store::casebook::get(&self.conn)?
            .ok_or_else(|| CasebookError::Damaged(crate::spoken!("damaged-no-beginning")))?
            .id)
    }
}

/// Takes back what a killed program had begun to write into a casebook, as opening it does, and does nothing else.
pub fn take_back(path: &Path) {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    if !store::is_unfinished(Path::new(&journal)) {
        return;
    }
    let mut head = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(100).read_to_end(&mut head));
    let ours = read.is_ok() && matches!(store::head_of(&head), FileHead::Casebook(_));
    if ours && no_log_beside(path, &head).is_ok() {
        // Where that fails, whoever reads the file says that it is not finished.
        if let Ok(Ok(conn)) = store::open_own(path) {
            let _ = store::journal::clock(&conn);
        }
    }
}

/// A write-ahead log beside a file that is not in that mode is no work of ours: a cloud client or another program put it
/// there, and SQLite would write what it holds over the casebook without a word.
fn no_log_beside(path: &Path, head: &[u8]) -> Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push("-wal");
    let beside = PathBuf::from(beside);
    let holds = beside.metadata().is_ok_and(|found| found.len() > 0);
    if holds && matches!(store::head_of(head), FileHead::Casebook(_)) && !store::writes_ahead(head) {
        return Err(CasebookError::Logged { path: path.to_owned(), beside });
    }
    Ok(())
}

/// An older file gets the tables of today, made anew from its journal, or stays as it is. Gives the copy of it as it
/// was, which is kept beside it.
fn upgrade(
    conn: &mut Connection,
    path: &Path,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Option<PathBuf>> {
    let from = store::upgrades::format(conn)?;
    if from == store::FORMAT {
        return Ok(None);
    }
    // Pages may be written before the commit, so that memory does not grow with the casebook.
    store::journal::spill(conn, true)?;
    let upgraded = climb(conn, path, progress).map_err(|source| CasebookError::Upgrade {
        from,
        to: store::FORMAT,
        source: Box::new(source),
    });
    store::journal::spill(conn, false)?;
    upgraded
}

fn climb(conn: &mut Connection, path: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<Option<PathBuf>> {
    let backup = backup::make(conn, path, Before::Upgrade, &mut |done, all| {
        progress(done, all);
        Ok(())
    })?;
    let tx = begin(conn)?;
    // Another program may have done it while this one waited.
    if store::upgrades::format(&tx)? == store::FORMAT {
        return Ok(None);
    }
    store::upgrades::climb(&tx)?;
    store::journal::clear_projection(&tx)?;
    store::search::empty(&tx)?;
    super::keep::fold_all(&tx, super::fold::Index::Write, &mut |done, all| {
        progress(done, all);
        true
    })?;
    // What the older file had made otherwise is there still.
    if let Some(what) = store::foreign::strange_schema(&tx)? {
        return Err(CasebookError::Strange { path: path.to_owned(), what });
    }
    tx.commit()?;
    Ok(Some(backup.keep()))
}

/// A shared copy comes without search index: it is made when the copy is first opened.
fn fill_search(conn: &mut Connection) -> Result<()> {
    if store::search::lacks(conn)? {
        let tx = begin(conn)?;
        store::search::fill(&tx)?;
        tx.commit()?;
    }
    Ok(())
}

/// A transaction that takes the right to write at once: two programs wait for each other here.
pub(super) fn begin(conn: &mut Connection) -> Result<rusqlite::Transaction<'_>> {
    Ok(conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?)
}

/// Makes the tables and the first entry.
fn create(path: &Path, keyring: &Keyring) -> Result<()> {
    let signer = keyring.load_or_make()?;
    let mut conn = store::create(path)?;
    let id = uuid::Uuid::now_v7().simple().to_string();
    let tx = begin(&mut conn)?;
    let mut writer = Writer::new(&tx, &signer, None, &id, &new_action())?;
    writer.entry("create");
    writer.part(CASEBOOK, Body::Casebook { id: id.clone() })?;
    writer.part(CASEBOOK, Body::Scale(Scale::standard()))?;
    writer.finish()?;
    tx.commit()?;
    conn.close().map_err(|(_, e)| e)?;
    Ok(())
}

/// The folder that a file lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn new_action() -> String {
    uuid::Uuid::now_v7().simple().to_string()
}
