//! Evidence is attached, corrected and withdrawn.

use super::casebook::Casebook;
use super::claims::Writes;
use super::documents::reason;
use super::entry::{Body, EvidenceBody, hex};
use super::{CasebookError, Result};
use crate::model::{Attachment, EvidenceEdit, EvidenceKind, Field, Id, IdKind, NewEvidence};
use crate::store;
use std::fs::File;
use std::path::Path;

/// The largest file that is taken in, in bytes.
const MAX_ATTACHMENT: u64 = super::proof::LARGEST;

impl Casebook {
    /// Attaches a link, a quotation or a file, which is copied into the casebook.
    pub fn add_evidence(&mut self, claim: &Id, evidence: &NewEvidence) -> Result<Id> {
        self.claim(claim)?;
        let kind = kind_of(evidence)?;
        let file = evidence.file.as_deref().map(open).transpose()?;
        self.write(|w| {
            let mut blob = None;
            if let Some((mut file, path)) = file {
                // What a reader says of a bad file must not be taken for a fault of the database.
                let mut source = std::io::Read::take(&mut file, MAX_ATTACHMENT + 1);
                let kept = store::journal::put_reader(w.conn, &mut source).map_err(|e| reading(&path, e))?;
                if kept.size > MAX_ATTACHMENT {
                    let limit = MAX_ATTACHMENT >> 30;
                    let word = crate::spoken!("refused-large-file", path = path.display(), limit = limit);
                    return Err(CasebookError::Invalid(word));
                }
                blob = Some((kept, file_name(&path)));
            }
            let body = EvidenceBody {
                claim: claim.clone(),
                kind,
                url: evidence.url.trim().to_owned(),
                quotation: evidence.quotation.trim().to_owned(),
                file: blob.as_ref().map(|(blob, name)| Attachment {
                    name: name.clone(),
                    size: blob.size,
                    sha256: hex(&blob.sha256),
                }),
                stance: evidence.stance,
                grade: evidence.grade.map(|g| g.to_string()).unwrap_or_default(),
                note: evidence.note.trim().to_owned(),
            };
            let id = w.fresh(IdKind::Evidence);
            w.entry("evidence_add");
            w.part(id.as_str(), Body::Evidence(body))?;
            if let Some((blob, _)) = blob {
                w.blob(id.as_str(), blob)?;
            }
            Ok(id)
        })
    }

    /// Corrects evidence; gives how many fields changed.
    pub fn edit_evidence(&mut self, id: &Id, edit: &EvidenceEdit) -> Result<usize> {
        let now = self.evidence(id)?;
        let quotation = edit.quotation.as_deref().unwrap_or(&now.quotation);
        let url = edit.url.as_deref().unwrap_or(&now.url);
        let empty = match now.kind {
            EvidenceKind::Link => url.trim().is_empty(),
            EvidenceKind::Quotation => quotation.trim().is_empty(),
            EvidenceKind::File => false,
        };
        if empty {
            return Err(CasebookError::Invalid(crate::spoken!("refused-empty-evidence")));
        }
        self.write(|w| {
            w.entry("evidence_edit");
            let mut writes = Writes { w, subject: id.as_str(), changed: 0 };
            writes.code(Field::Stance, edit.stance.map(|v| v.code()), now.stance.code())?;
            if let Some(grade) = edit.grade.filter(|g| *g != now.grade) {
                writes.put(Field::Grade, grade.map(|g| g.to_string()).unwrap_or_default().into())?;
            }
            writes.text(Field::Note, &edit.note, &now.note)?;
            writes.text(Field::Url, &edit.url, &now.url)?;
            writes.text(Field::Quotation, &edit.quotation, &now.quotation)?;
            Ok(writes.changed)
        })
    }

    /// Withdraws evidence; it stays in the file, marked with the reason.
    pub fn withdraw_evidence(&mut self, id: &Id, why: &str) -> Result<()> {
        let now = self.evidence(id)?;
        if !now.withdrawn.is_empty() {
            return Err(CasebookError::Invalid(crate::spoken!(
                "refused-withdrawn",
                id = id.as_str(),
                why = &now.withdrawn
            )));
        }
        let why = reason(why)?;
        self.write(|w| {
            w.entry("evidence_withdraw");
            w.set(id.as_str(), Field::Withdrawn, why.into())
        })
    }

    /// Writes an attachment's bytes, piece by piece, and checks them against their hash.
    pub fn write_attachment(&self, evidence: &Id, to: &mut dyn std::io::Write) -> Result<u64> {
        use sha2::{Digest, Sha256};
        let Some(file) = self.evidence(evidence)?.file else {
            return Err(CasebookError::Invalid(crate::spoken!(
                "refused-no-file",
                evidence = evidence.as_str()
            )));
        };
        let blob = super::entry::unhex(&file.sha256)
            .map(|sha| store::journal::blob_of(&self.conn, &sha))
            .transpose()?;
        let Some(blob) = blob.flatten() else {
            return Err(CasebookError::NotHere(crate::spoken!("not-here-bytes", id = evidence.as_str())));
        };
        let mut hash = Sha256::new();
        store::journal::read_blob(&self.conn, blob.num, &mut |piece| {
            hash.update(piece);
            to.write_all(piece)
        })?;
        if hex(&hash.finalize()) != file.sha256 {
            return Err(CasebookError::Damaged(crate::spoken!("damaged-no-hash", id = evidence.as_str())));
        }
        Ok(blob.size)
    }
}

/// What a piece of evidence is by what is given of it.
fn kind_of(evidence: &NewEvidence) -> Result<EvidenceKind> {
    match (&evidence.file, evidence.quotation.trim(), evidence.url.trim()) {
        (Some(_), "", _) => Ok(EvidenceKind::File),
        (Some(_), ..) => Err(CasebookError::Invalid(crate::spoken!("refused-file-and-quotation"))),
        (None, "", "") => Err(CasebookError::Invalid(crate::spoken!("refused-no-evidence"))),
        (None, "", _) => Ok(EvidenceKind::Link),
        (None, ..) => Ok(EvidenceKind::Quotation),
    }
}

/// Opens a regular file; a folder or device is refused before anything is written.
fn open(path: &Path) -> Result<(File, std::path::PathBuf)> {
    let failed = |source| CasebookError::File { path: path.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    if !file.metadata().map_err(failed)?.is_file() {
        return Err(CasebookError::Invalid(crate::spoken!("refused-not-a-file", path = path.display())));
    }
    Ok((file, path.to_owned()))
}

fn reading(path: &Path, error: store::Error) -> CasebookError {
    match error {
        store::Error::ToSqlConversionFailure(inner) => {
            CasebookError::File { path: path.to_owned(), source: std::io::Error::other(inner.to_string()) }
        }
        other => other.into(),
    }
}

/// A file's own name: one component, never a path.
fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
