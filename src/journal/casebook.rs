//! The casebook as the workbench and the command line see it: reading, and one method per action.

use super::{CasebookError, Keyring};
use crate::model::{
    Checker, Claim, ClaimEdit, ClaimFile, Document, DocumentEdit, Evidence, EvidenceEdit, Extracted, Id,
    IdKind, NewClaim, NewEvidence, Publisher, Query, Received, Report, Scale, Verdict,
};
use std::path::Path;

type Result<T> = std::result::Result<T, CasebookError>;

/// An open casebook: reads go to its tables, writes through its journal.
pub struct Casebook {}

/// What an import did.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The document.
    pub document: Id,
    /// Whether it was not there before.
    pub new: bool,
    /// How many claims were found.
    pub claims: usize,
    /// The earlier version of the same address that this one follows.
    pub previous: Option<Id>,
}

/// What an undo or redo did.
#[derive(Debug, Clone, PartialEq)]
pub struct Undone {
    /// The action taken back or done again, in words, such as `verdict on c0123…`.
    pub what: String,
    /// How many writes were taken back.
    pub reverted: usize,
    /// Those that were left, because somebody wrote the same field since.
    pub kept: Vec<String>,
}

/// What a rebuild found.
#[derive(Debug, Clone, PartialEq)]
pub struct Rebuilt {
    /// Entries folded.
    pub entries: u64,
    /// Tables that were not as the journal says; empty if all were equal.
    pub different: Vec<String>,
}

/// A copy made to hand over.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
}

#[allow(unused_variables, missing_docs)]
impl Casebook {
    /// Opens a casebook that is there.
    pub fn open(path: &Path, keyring: Keyring) -> Result<Casebook> {
        todo!()
    }

    /// Opens a casebook, making it and its folder first where there is none.
    pub fn open_or_create(path: &Path, keyring: Keyring) -> Result<Casebook> {
        todo!()
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        todo!()
    }

    // --- reading ---

    /// Up to `limit` claims that the query means, in the order of lists, after a claim (from the first if none).
    pub fn claims_after(&self, query: &Query, after: Option<&Id>, limit: usize) -> Result<Vec<Claim>> {
        todo!()
    }

    /// Up to `limit` claims before a claim (the last ones if none), in the order of lists.
    pub fn claims_before(&self, query: &Query, before: Option<&Id>, limit: usize) -> Result<Vec<Claim>> {
        todo!()
    }

    /// How many claims the query means.
    pub fn count(&self, query: &Query) -> Result<u64> {
        todo!()
    }

    /// How many of them stand before this one.
    pub fn rank(&self, query: &Query, claim: &Id) -> Result<u64> {
        todo!()
    }

    pub fn claim(&self, id: &Id) -> Result<Claim> {
        todo!()
    }

    /// The claim with its passage, evidence, verdicts, comments and history.
    pub fn claim_file(&self, id: &Id) -> Result<ClaimFile> {
        todo!()
    }

    /// All documents, newest import first, withdrawn ones included.
    pub fn documents(&self) -> Result<Vec<Document>> {
        todo!()
    }

    pub fn document(&self, id: &Id) -> Result<Document> {
        todo!()
    }

    /// The text that claims are anchored in.
    pub fn document_text(&self, id: &Id) -> Result<String> {
        todo!()
    }

    /// The bytes as received.
    pub fn document_bytes(&self, id: &Id) -> Result<Vec<u8>> {
        todo!()
    }

    /// The claims of a document in order of place, dismissed ones included.
    pub fn document_claims(&self, id: &Id) -> Result<Vec<Claim>> {
        todo!()
    }

    pub fn evidence(&self, id: &Id) -> Result<Evidence> {
        todo!()
    }

    /// Writes an attachment's bytes, checked against its hash, piece by piece.
    pub fn write_attachment(&self, evidence: &Id, to: &mut dyn std::io::Write) -> Result<u64> {
        todo!()
    }

    pub fn verdict(&self, id: &Id) -> Result<Verdict> {
        todo!()
    }

    pub fn scale(&self) -> Result<Scale> {
        todo!()
    }

    pub fn publisher(&self) -> Result<Publisher> {
        todo!()
    }

    /// Everyone who wrote in this casebook.
    pub fn checkers(&self) -> Result<Vec<Checker>> {
        todo!()
    }

    /// The person at this keyboard, if they have a key or a name already.
    pub fn me(&self) -> Result<Option<Checker>> {
        todo!()
    }

    /// The log of one subject (an id or `casebook`) or of all, newest first.
    pub fn log(&self, subject: Option<&str>, limit: usize) -> Result<Vec<crate::model::Change>> {
        todo!()
    }

    /// The id that begins so; an error if there is none or more than one.
    pub fn resolve(&self, kind: IdKind, prefix: &str) -> Result<Id> {
        todo!()
    }

    /// What a report over these claims is written from.
    pub fn report(&self, query: &Query, query_text: &str) -> Result<Report> {
        todo!()
    }

    /// A number that changes when another program has written (3 µs; ask as often as you like).
    pub fn data_version(&self) -> Result<i64> {
        todo!()
    }

    // --- writing: each call is one action, journalled, signed and undoable ---

    /// Makes everything that `work` writes one action.
    pub fn grouped<T>(&mut self, work: impl FnOnce(&mut Casebook) -> T) -> T {
        work(self)
    }

    /// `extraction` names the extractor's version.
    pub fn import(
        &mut self,
        received: &Received,
        claims: &[Extracted],
        extraction: &str,
    ) -> Result<Imported> {
        todo!()
    }

    pub fn edit_document(&mut self, id: &Id, edit: &DocumentEdit) -> Result<usize> {
        todo!()
    }

    pub fn withdraw_document(&mut self, id: &Id, why: &str) -> Result<()> {
        todo!()
    }

    pub fn add_claim(&mut self, claim: &NewClaim) -> Result<Id> {
        todo!()
    }

    /// How many fields changed.
    pub fn edit_claim(&mut self, id: &Id, edit: &ClaimEdit) -> Result<usize> {
        todo!()
    }

    pub fn dismiss_claim(&mut self, id: &Id, why: &str) -> Result<()> {
        todo!()
    }

    pub fn restore_claim(&mut self, id: &Id) -> Result<()> {
        todo!()
    }

    pub fn add_evidence(&mut self, claim: &Id, evidence: &NewEvidence) -> Result<Id> {
        todo!()
    }

    pub fn edit_evidence(&mut self, id: &Id, edit: &EvidenceEdit) -> Result<usize> {
        todo!()
    }

    pub fn withdraw_evidence(&mut self, id: &Id, why: &str) -> Result<()> {
        todo!()
    }

    /// `rating`: a code, label or number of the casebook's scale.
    pub fn give_verdict(&mut self, claim: &Id, rating: &str, why: &str, blind: bool) -> Result<Id> {
        todo!()
    }

    pub fn withdraw_verdict(&mut self, id: &Id, why: &str) -> Result<()> {
        todo!()
    }

    pub fn comment(&mut self, claim: &Id, text: &str) -> Result<Id> {
        todo!()
    }

    pub fn set_me(&mut self, name: Option<&str>, contact: Option<&str>) -> Result<()> {
        todo!()
    }

    pub fn set_publisher(&mut self, name: Option<&str>, url: Option<&str>) -> Result<()> {
        todo!()
    }

    /// Takes back this checker's last action in this copy; none if there is nothing to take back.
    pub fn undo(&mut self) -> Result<Option<Undone>> {
        todo!()
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self) -> Result<Option<Undone>> {
        todo!()
    }

    /// Makes the tables anew from the journal. `progress(done, all)` returns false to stop, leaving all as it was.
    pub fn rebuild(&mut self, progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<Rebuilt> {
        todo!()
    }

    /// Writes a complete, compact copy to hand over; refuses to replace a file.
    pub fn share(&self, to: &Path) -> Result<Shared> {
        todo!()
    }
}
