//! Writing: drafts of entries become numbered, chained, hashed, signed and folded, in one transaction.

use super::entry::{self, Body, CASEBOOK, FORMAT, Hash, Header, Opening, Write, hex};
use super::fold::{Index, Touched, fold_with};
use super::folded::Said;
use super::keyring::Signer;
use super::proof::LONGEST;
use super::{CasebookError, clock};
use crate::model::{Field, Id, IdKind};
use crate::store::journal::{self as rows, Adding, NewEntry, NewPart};
use crate::store::{self, Connection};
use serde_json::Value;
use std::collections::HashMap;

/// The run of this program that writes: its place in the file and the last entry that it wrote.
#[derive(Debug, Clone)]
pub struct Sitting {
    num: i64,
    /// The key that signs it: with another one a new sitting begins.
    key: [u8; 32],
    seq: u64,
    last: Hash,
}

/// What is written by one transaction of an action.
pub struct Writer<'a> {
    /// The open transaction.
    pub conn: &'a Connection,
    signer: &'a Signer,
    sitting: Option<Sitting>,
    casebook: String,
    action: String,
    drafts: Vec<Draft>,
    /// Ids of subjects to fold again of which no entry is written.
    again: Vec<String>,
}

struct Draft {
    kind: &'static str,
    undoes: String,
    parts: Vec<Part>,
}

/// What an entry is to say of a subject.
struct Part {
    subject: String,
    content: Content,
    salt: [u8; 16],
    commitment: Hash,
}

impl Draft {
    /// The bodies it has, each with its subject.
    fn bodies(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parts.iter().filter_map(|part| match &part.content {
            Content::Body(json, _) => Some((part.subject.as_str(), json.as_str())),
            Content::Blob(_) => None,
        })
    }
}

enum Content {
    /// JSON, and what it says.
    Body(String, Box<Body>),
    /// The local number of a blob.
    Blob(i64),
}

impl<'a> Writer<'a> {
    /// A writer in an open transaction; goes on with the sitting if its last entry is in the file.
    ///
    /// A copied, restored or replaced file would fork the chain otherwise.
    pub fn new(
        conn: &'a Connection,
        signer: &'a Signer,
        sitting: Option<Sitting>,
        casebook: &str,
        action: &str,
    ) -> Result<Writer<'a>, CasebookError> {
        let still_here = match &sitting {
            Some(s) if s.key == signer.public() => {
                rows::sitting_state(conn, s.num, s.seq)? == Some((s.seq, Some(s.last)))
            }
            _ => false,
        };
        Ok(Writer {
            conn,
            signer,
            sitting: sitting.filter(|_| still_here),
            casebook: casebook.to_owned(),
            action: action.to_owned(),
            drafts: Vec::new(),
            again: Vec::new(),
        })
    }

    /// Begins an entry; the parts added next belong to it.
    pub fn entry(&mut self, kind: &'static str) {
        self.drafts.push(Draft { kind, undoes: String::new(), parts: Vec::new() });
    }

    /// Begins the entry of an undo or redo.
    pub fn inverse_entry(&mut self, kind: &'static str, undoes: &str) {
        self.drafts.push(Draft { kind, undoes: undoes.to_owned(), parts: Vec::new() });
    }

    /// A new id for what is made here.
    pub fn fresh(&self, kind: IdKind) -> Id {
        Id::fresh(kind, &self.signer.public())
    }

    /// Adds what the entry says of a subject.
    pub fn part(&mut self, subject: &str, body: Body) -> Result<(), CasebookError> {
        let json = serde_json::to_string(&body).map_err(|e| CasebookError::Invalid(e.to_string().into()))?;
        // What no other casebook would take from this one is not written in the first place.
        if json.len() > LONGEST {
            let word = crate::spoken!("refused-too-long", subject = subject, limit = LONGEST >> 20);
            return Err(CasebookError::Invalid(word));
        }
        let salt = random()?;
        let commitment = entry::commitment(&salt, json.as_bytes());
        self.push(subject, Content::Body(json, Box::new(body)), salt, commitment);
        Ok(())
    }

    /// Adds a blob that the entry brings for a subject.
    pub fn blob(&mut self, subject: &str, blob: store::journal::Blob) -> Result<(), CasebookError> {
        let salt = random()?;
        let mut committing = entry::Committing::new(&salt);
        rows::read_blob(self.conn, blob.num, &mut |piece| {
            committing.update(piece);
            Ok(())
        })?;
        self.push(subject, Content::Blob(blob.num), salt, committing.finish());
        Ok(())
    }

    /// The same where its bytes are at hand, so that they are not unpacked to commit to them.
    pub fn bytes(
        &mut self,
        subject: &str,
        blob: store::journal::Blob,
        bytes: &[u8],
    ) -> Result<(), CasebookError> {
        let salt = random()?;
        let commitment = entry::commitment(&salt, bytes);
        self.push(subject, Content::Blob(blob.num), salt, commitment);
        Ok(())
    }

    /// Adds a write of a field over its present heads.
    pub fn set(&mut self, subject: &str, field: Field, value: Value) -> Result<(), CasebookError> {
        let basis = match rows::subject(self.conn, subject)? {
            Some(num) => rows::heads(self.conn, num, field.code())?,
            None => Vec::new(),
        };
        let basis = basis.iter().map(|(hash, n)| format!("{}:{n}", hex(hash))).collect();
        self.part(subject, Body::Set(Write { field, value, basis, restores: None }))
    }

    /// Has a subject folded again in the end, of which nothing is written.
    pub fn refold(&mut self, subject: &str) {
        self.again.push(subject.to_owned());
    }

    /// Whether anything is to be written.
    pub fn is_empty(&self) -> bool {
        self.drafts.iter().all(|d| d.parts.is_empty())
    }

    fn push(&mut self, subject: &str, content: Content, salt: [u8; 16], commitment: Hash) {
        if let Some(draft) = self.drafts.last_mut() {
            draft.parts.push(Part { subject: subject.to_owned(), content, salt, commitment });
        }
    }

    /// Writes the drafts as entries and folds what they touch. The last entry is signed.
    pub fn finish(mut self) -> Result<Option<Sitting>, CasebookError> {
        let drafts: Vec<Draft> =
            std::mem::take(&mut self.drafts).into_iter().filter(|d| !d.parts.is_empty()).collect();
        let Some(last) = drafts.len().checked_sub(1) else {
            return Ok(self.sitting);
        };
        super::erase::refuse(self.conn, drafts.iter().flat_map(Draft::bodies))?;
        let mut touches = Touches::default();
        for (n, draft) in drafts.into_iter().enumerate() {
            self.append(draft, n == last, &mut touches)?;
        }
        for subject in std::mem::take(&mut self.again) {
            self.touch(&subject, &mut touches)?;
        }
        let touched: Vec<Touched> = touches.subjects.into_values().collect();
        fold_with(self.conn, &touched, touches.parts, Index::Write)?;
        Ok(self.sitting)
    }

    fn append(&mut self, draft: Draft, is_last: bool, touches: &mut Touches) -> Result<(), CasebookError> {
        let at = clock::next(rows::clock(self.conn)?, chrono::Utc::now());
        let header = self.header(&draft, at, is_last)?;
        let parts = draft.parts.iter().map(|part| (part.subject.as_str(), &part.commitment));
        let hash = entry::entry_hash(&header, parts);
        let sitting = self.advance(hash, touches)?;
        let signature = is_last.then(|| self.signer.sign(&hash));
        let new = NewEntry {
            sitting: sitting.num,
            seq: sitting.seq,
            at,
            kind: draft.kind,
            action: &self.action,
            header: &header,
            hash: &hash,
            signature: signature.as_ref(),
        };
        let entry = rows::add_entry(self.conn, &new)?;
        self.add_parts((entry, at, hash), draft.parts, touches)?;
        if draft.kind == super::erase::ERASE {
            store::erase::decide(self.conn, entry, store::erase::State::Done)?;
        }
        rows::set_clock(self.conn, at)?;
        if is_last {
            rows::set_frontier(self.conn, entry)?;
        }
        self.sitting = Some(sitting);
        Ok(())
    }

    /// Writes what an entry says, and notes what of it is folded from here.
    fn add_parts(
        &self,
        (entry, at, hash): (i64, i64, Hash),
        parts: Vec<Part>,
        touches: &mut Touches,
    ) -> Result<(), CasebookError> {
        let checker = rows::subject(self.conn, self.signer.checker().as_str())?.unwrap_or_default();
        let mut adding = Adding::on(self.conn)?;
        let mut nums = Vec::with_capacity(parts.len());
        for part in &parts {
            nums.push(touches.number(&part.subject, |id| adding.subject(id))?);
        }
        let new = (0..).zip(&nums).zip(&parts).map(|((n, subject), part)| {
            let (body, blob) = match &part.content {
                Content::Body(json, _) => (Some(json.as_str()), None),
                Content::Blob(num) => (None, Some(*num)),
            };
            let Part { commitment, salt, .. } = part;
            NewPart { n, subject: *subject, state: "present", commitment, salt: Some(salt), body, blob }
        });
        adding.parts(entry, &new.collect::<Vec<_>>())?;
        for ((n, num), part) in (0..).zip(nums).zip(parts) {
            if let Content::Body(_, body) = part.content {
                let key = self.signer.public();
                touches.say(num, Said { entry, n, body: Some(*body), at, hash, checker, key, own: true });
            }
        }
        Ok(())
    }

    fn header(&self, draft: &Draft, at: i64, is_last: bool) -> Result<String, CasebookError> {
        let prev = self.sitting.as_ref().map(|s| s.last);
        let mut frontier = Vec::new();
        if is_last {
            frontier = rows::frontier(self.conn)?;
            frontier.retain(|hash| Some(*hash) != prev);
        }
        let opens = match self.sitting {
            Some(_) => None,
            None => Some(Opening {
                nonce: hex(&random::<16>()?),
                key: hex(&self.signer.public()),
                casebook: self.casebook.clone(),
            }),
        };
        let header = Header {
            format: FORMAT,
            kind: draft.kind.to_owned(),
            seq: self.sitting.as_ref().map_or(1, |s| s.seq + 1),
            at,
            action: self.action.clone(),
            prev: prev.map(|hash| hex(&hash)).unwrap_or_default(),
            frontier: frontier.iter().map(|hash| hex(hash)).collect(),
            undoes: draft.undoes.clone(),
            opens,
        };
        serde_json::to_string(&header).map_err(|e| CasebookError::Invalid(e.to_string().into()))
    }

    /// The sitting after an entry with this hash; a new one is named by it.
    fn advance(&self, hash: Hash, touches: &mut Touches) -> Result<Sitting, CasebookError> {
        match &self.sitting {
            Some(s) => {
                rows::advance_sitting(self.conn, s.num, s.seq + 1)?;
                Ok(Sitting { seq: s.seq + 1, last: hash, ..s.clone() })
            }
            None => {
                let checker = self.touch(self.signer.checker().as_str(), touches)?;
                let num = rows::add_sitting(self.conn, &hash, checker, &self.signer.public())?;
                Ok(Sitting { num, key: self.signer.public(), seq: 1, last: hash })
            }
        }
    }

    fn touch(&self, subject: &str, touches: &mut Touches) -> Result<i64, CasebookError> {
        touches.number(subject, |id| rows::new_subject_or(self.conn, id))
    }
}

/// The subjects that drafts touch, and of the new ones all that is said.
#[derive(Default)]
struct Touches {
    subjects: HashMap<String, Touched>,
    parts: HashMap<i64, Vec<Said>>,
}

impl Touches {
    /// The local number of a subject; `add` gives it one and tells whether it is new.
    fn number(
        &mut self,
        subject: &str,
        add: impl FnOnce(&str) -> store::Result<(i64, bool)>,
    ) -> Result<i64, CasebookError> {
        if let Some(known) = self.subjects.get(subject) {
            return Ok(known.num);
        }
        let (num, fresh) = add(subject)?;
        let fresh = fresh && subject != CASEBOOK;
        self.subjects.insert(subject.to_owned(), Touched { num, id: subject.to_owned(), fresh });
        if fresh {
            self.parts.insert(num, Vec::new());
        }
        Ok(num)
    }

    /// Notes what is said of a new subject.
    fn say(&mut self, num: i64, said: Said) {
        if let Some(parts) = self.parts.get_mut(&num) {
            parts.push(said);
        }
    }
}

/// Random bytes from the operating system.
pub fn random<const N: usize>() -> Result<[u8; N], CasebookError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|e| CasebookError::Invalid(crate::spoken!("refused-no-random", why = e.to_string())))?;
    Ok(bytes)
}
