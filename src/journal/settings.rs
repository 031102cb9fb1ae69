//! Who checks and who publishes.

use super::casebook::Casebook;
use super::claims::Writes;
use super::entry::CASEBOOK;
use super::keyring::public_line;
use super::{CasebookError, Result};
use crate::model::{Checker, Field, Publisher, Scale};
use crate::store;

impl Casebook {
    /// The scale that verdicts are chosen from.
    pub fn scale(&self) -> Result<Scale> {
        Ok(store::casebook::scale(&self.conn)?)
    }

    /// Who publishes the reports.
    pub fn publisher(&self) -> Result<Publisher> {
        Ok(store::casebook::get(&self.conn)?.map(|c| c.publisher).unwrap_or_default())
    }

    /// Everyone who wrote in this casebook, in the order in which their keys were first seen, with what is said of these.
    pub fn checkers(&self) -> Result<Vec<Checker>> {
        let all = super::keys::names(&self.conn)?;
        let mut checkers: Vec<_> = all.into_iter().map(|(checker, key)| with_key(checker, &key)).collect();
        super::keys::mark_ends(&self.conn, &mut checkers)?;
        Ok(checkers)
    }

    /// The person at this keyboard; none before their key is made, which reading never does.
    pub fn me(&self) -> Result<Option<Checker>> {
        let Some(signer) = self.keyring.load()? else { return Ok(None) };
        let id = signer.checker();
        if let Some(known) = self.checkers()?.into_iter().find(|c| c.id == id) {
            return Ok(Some(known));
        }
        let (name, contact) = Default::default();
        let (key, fingerprint) = Default::default();
        let first_seen = chrono::Utc::now();
        let (ends, reported_lost) = Default::default();
        let unknown = Checker { id, name, contact, key, fingerprint, first_seen, ends, reported_lost };
        Ok(Some(with_key(unknown, &signer.public())))
    }

    /// Whether nothing was done in it yet, but that a person here gave their name.
    pub fn is_only_begun(&self) -> Result<bool> {
        const ENOUGH: usize = 100;
        let first = self.log(None, ENOUGH)?;
        let nothing = first.iter().all(|change| matches!(change.what.as_str(), "create" | "whoami"));
        Ok(nothing && first.len() < ENOUGH)
    }

    /// Writes one's name and contact into this casebook.
    pub fn set_me(&mut self, name: Option<&str>, contact: Option<&str>) -> Result<()> {
        let me = self.keyring.load_or_make()?.checker();
        if let Some(num) = store::journal::subject(&self.conn, me.as_str())?
            && store::erase::is_erased(&self.conn, num)?.is_some()
        {
            return Err(CasebookError::Invalid(crate::spoken!("refused-your-name")));
        }
        // What this key itself wrote: a name that another key of the same person gave is not written yet.
        let now = store::checker::all(&self.conn)?.into_iter().find(|(c, _)| c.id == me);
        let (old_name, old_contact) = now.map(|(c, _)| (c.name, c.contact)).unwrap_or_default();
        self.write(|w| {
            w.entry("whoami");
            let mut writes = Writes { w, subject: me.as_str(), changed: 0 };
            writes.text(Field::Name, &name.map(str::to_owned), &old_name)?;
            writes.text(Field::Contact, &contact.map(str::to_owned), &old_contact)
        })
    }

    /// Writes who publishes from this casebook.
    pub fn set_publisher(&mut self, name: Option<&str>, url: Option<&str>) -> Result<()> {
        let now = self.publisher()?;
        self.write(|w| {
            w.entry("publisher");
            let mut writes = Writes { w, subject: CASEBOOK, changed: 0 };
            writes.text(Field::Name, &name.map(str::to_owned), &now.name)?;
            writes.text(Field::Url, &url.map(str::to_owned), &now.url)
        })
    }
}

fn with_key(mut checker: Checker, key: &[u8; 32]) -> Checker {
    (checker.key, checker.fingerprint) = public_line(key);
    checker
}
