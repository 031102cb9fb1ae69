//! The casebook as the workbench and the command line hold it: opening, and the one way to write.

use super::entry::{Body, CASEBOOK};
use super::keyring::{Keyring, Signer, private_folder};
use super::past::PastState;
use super::writer::{Sitting, Writer};
use super::{CasebookError, Result};
use crate::model::Scale;
use crate::store::{self, Connection, FileHead};
use crate::text::CodePoints;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An open casebook: reads go to its tables, writes through its journal.
///
/// Every writing method is one action: one transaction, signed, undoable, or nothing.
pub struct Casebook {
    pub(super) conn: Connection,
    path: PathBuf,
    pub(super) keyring: Keyring,
    pub(super) sitting: Option<Sitting>,
    /// The action that several writes are grouped under.
    action: Option<String>,
    /// The text read last: lists and details stay on one document for long.
    pub(super) last_text: RefCell<Option<Text>>,
    /// Which past state this is; none where it is the casebook itself.
    pub(super) past: Option<PastState>,
    /// Where the tables of a past state lie.
    pub(super) scratch: Option<tempfile::TempDir>,
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
        match store::head_of_file(path) {
            Ok(FileHead::Casebook(format)) if format > store::FORMAT => Err(CasebookError::Newer {
                path: path.to_owned(),
                found: format.into(),
                known: store::FORMAT.into(),
            }),
            Ok(FileHead::Casebook(_)) => {
                let mut conn = store::open(path)?;
                upgrade(&mut conn)?;
                fill_search(&mut conn)?;
                super::erase::finish(&conn, path)?;
                Ok(Casebook::of(conn, path, keyring))
            }
            Ok(FileHead::Foreign) => Err(CasebookError::NotACasebook(path.to_owned())),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                Err(CasebookError::Missing(path.to_owned()))
            }
            Err(source) => Err(CasebookError::File { path: path.to_owned(), source }),
        }
    }

    /// Opens a casebook, making it and its folder first where there is none.
    ///
    /// A new one is made complete under another name and then moved into place, so a killed program
    /// leaves no half of one, and of two that make one at once the second finds the first's.
    pub fn open_or_create(path: &Path, keyring: Keyring) -> Result<Casebook> {
        if path.symlink_metadata().is_err() {
            let failed = |source| CasebookError::File { path: path.to_owned(), source };
            let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
            private_folder(folder).map_err(failed)?;
            let temporary =
                tempfile::Builder::new().prefix(".hudna-new-").tempfile_in(folder).map_err(failed)?;
            create(temporary.path(), &keyring)?;
            match temporary.persist_noclobber(path) {
                Err(e) if e.error.kind() != std::io::ErrorKind::AlreadyExists => return Err(failed(e.error)),
                _ => {}
            }
        }
        Casebook::open(path, keyring)
    }

    /// A casebook whose tables are read through this connection.
    pub(super) fn of(conn: Connection, path: &Path, keyring: Keyring) -> Casebook {
        Casebook {
            conn,
            path: path.to_owned(),
            keyring,
            sitting: None,
            action: None,
            last_text: RefCell::default(),
            past: None,
            scratch: None,
        }
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
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

    /// Runs `work` in a transaction and writes what it drafts; nothing is kept if anything fails.
    pub(super) fn write<T>(&mut self, work: impl FnOnce(&mut Writer) -> Result<T>) -> Result<T> {
        self.is_present()?;
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
            .ok_or_else(|| CasebookError::Damaged("it has no beginning".into()))?
            .id)
    }
}

/// An older file gets the tables of today, made anew from its journal, or stays as it is.
fn upgrade(conn: &mut Connection) -> Result<()> {
    if store::upgrades::format(conn)? == store::FORMAT {
        return Ok(());
    }
    let tx = begin(conn)?;
    // Another program may have done it while this one waited.
    if store::upgrades::format(&tx)? < store::FORMAT {
        store::upgrades::climb(&tx)?;
        store::journal::clear_projection(&tx)?;
        store::search::empty(&tx)?;
        super::keep::fold_all(&tx, super::fold::Index::Write, &mut |_, _| true)?;
    }
    tx.commit()?;
    Ok(())
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
    writer.part(CASEBOOK, &Body::Casebook { id: id.clone() })?;
    writer.part(CASEBOOK, &Body::Scale(Scale::standard()))?;
    writer.finish()?;
    tx.commit()?;
    conn.close().map_err(|(_, e)| e)?;
    Ok(())
}

fn new_action() -> String {
    uuid::Uuid::now_v7().simple().to_string()
}
