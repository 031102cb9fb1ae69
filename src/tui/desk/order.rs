//! What is asked of the threads and what they answer.

use crate::journal::{CasebookError, Erasure, Merged, Replaced, Shared, Tells};
use crate::model::{
    Checker, Claim, ClaimEdit, ClaimFile, Conflict, Document, EndedBy, Id, KeyState, NewClaim, NewEvidence,
    Query, Scale,
};
use crate::people::Word;
use crate::store::foreign::ForeignError;
use crate::tui::Extractors;
use crate::tui::conflicts::Against;
use crate::tui::document_text::DocumentText;
use std::path::PathBuf;
use std::sync::Arc;

/// Something for the threads to do.
#[derive(Debug)]
pub enum Order {
    /// Read and answer.
    Read(Read),
    /// Write and answer.
    Write(Write),
    /// Write a report to a file.
    Export(Export),
    /// Stop that.
    StopExport,
    /// Read and prove another casebook, and tell what a merge would bring.
    Merge(MergeFile),
    /// Make a copy to hand over, and tell what it tells.
    Share(ShareFile),
    /// Do what was told: take it over, hand it over; or leave it.
    Decide(bool),
    /// Stop it before it is done.
    StopJob,
    /// Read from the file that lies in the casebook's place now.
    Reopen,
}

/// Where in a list a page lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// At its start.
    First,
    /// At its end.
    Last,
    /// After a claim.
    After(Id),
    /// Before a claim.
    Before(Id),
    /// With a claim in the middle.
    Around(Id),
}

/// A read.
#[derive(Debug)]
pub enum Read {
    /// A page of the list.
    Claims {
        /// Which list: answers to an older one are ignored.
        list: u64,
        /// What is listed.
        query: Query,
        /// Which page.
        place: Place,
    },
    /// How many there are, and how many stand before one.
    Count {
        /// Which list.
        list: u64,
        /// What is listed.
        query: Query,
        /// The claim whose rank is wanted.
        of: Option<Id>,
    },
    /// Everything about a claim.
    File(Id),
    /// A document with its claims; the text only where it is not at hand.
    Document {
        /// Which.
        id: Id,
        /// Whether the text is wanted too.
        text: bool,
    },
    /// The head of the screen: scale, checker.
    Desk,
    /// All documents.
    Documents,
    /// What stands against each other.
    Conflicts,
    /// Whose keys wrote.
    Keys,
    /// The erasures that merges brought and that nobody here has confirmed.
    Erasures,
    /// Nothing, but from now on from the file that lies in the casebook's place.
    Reopen,
}

/// A write: one action.
#[derive(Debug)]
pub enum Write {
    /// Change a claim that was seen as `seen`.
    Edit {
        /// The claim as the form showed it.
        seen: Box<Claim>,
        /// What changes.
        edit: Box<ClaimEdit>,
    },
    /// Add a claim.
    Add(Box<NewClaim>),
    /// Dismiss a claim.
    Dismiss(Id, String),
    /// Restore it.
    Restore(Id),
    /// Attach evidence to a claim.
    Evidence(Id, Box<NewEvidence>),
    /// Withdraw evidence.
    WithdrawEvidence(Id, String),
    /// Withdraw a verdict.
    WithdrawVerdict(Id, String),
    /// Rate a claim.
    Verdict {
        /// The claim.
        claim: Id,
        /// The rating's code.
        rating: String,
        /// The reasons.
        why: String,
        /// Whether the person has not seen the other verdicts.
        blind: bool,
    },
    /// Comment on a claim.
    Comment(Id, String),
    /// End a conflict by the side of this number, if its sides are still as they were seen.
    Resolve {
        /// The conflict as it was shown.
        seen: Box<Conflict>,
        /// The side, from 1.
        n: usize,
    },
    /// End a conflict by another value.
    ResolveWith {
        /// The conflict as it was shown.
        seen: Box<Conflict>,
        /// The value as typed.
        value: String,
    },
    /// Take back the last action.
    Undo,
    /// The same, passing over those of which nothing can be taken back.
    UndoOver,
    /// Do it again.
    Redo,
    /// Look for claims again in a document.
    Again {
        /// Which.
        document: Id,
        /// What finds them.
        extractors: Extractors,
        /// Whether also where this very version did, or a newer one.
        over: bool,
    },
    /// Say something of a key.
    OfKey(Box<KeyState>, Word, String),
    /// Set the checker's name and contact.
    Name(String, String),
    /// Erase something for good.
    Erase {
        /// What.
        what: Id,
        /// Whether claims that share words with it go too.
        overlapping: bool,
        /// The reason.
        why: String,
    },
    /// Do what an erasure says that a merge brought.
    ConfirmErasure(Id),
    /// Leave it.
    RefuseErasure(Id, String),
    /// Take up the file that lies in the casebook's place now, and merge into it what it lacks.
    TakeUp,
}

/// A report to write.
#[derive(Debug, Clone)]
pub struct Export {
    /// The claims meant.
    pub query: Query,
    /// The same as text.
    pub query_text: String,
    /// Only this one of them.
    pub only: Option<Id>,
    /// The format's name.
    pub format: String,
    /// Where to.
    pub path: PathBuf,
    /// Whether a file there may be replaced.
    pub replace: bool,
}

/// A casebook to take from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeFile {
    /// Where it lies.
    pub path: PathBuf,
    /// The same as it was typed.
    pub typed: String,
    /// Whether entries of another case may come in.
    pub other_case: bool,
}

/// A copy to hand over.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareFile {
    /// Where to.
    pub path: PathBuf,
    /// The same as it was typed.
    pub typed: String,
    /// The claims meant; all that there is if none.
    pub query: Option<Query>,
    /// The same as text.
    pub query_text: String,
}

/// A key as this person knows it, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyOf {
    /// The key.
    pub key: KeyState,
    /// Whose it says that it is.
    pub name: String,
    /// What this person makes of it.
    pub trust: String,
    /// What stands of it, with labels.
    pub about: Vec<(String, String)>,
    /// What to be careful about.
    pub warnings: Vec<String>,
    /// Why it cannot be trusted, if it cannot.
    pub no_trust: Option<(String, String)>,
}

/// A page of a list.
#[derive(Debug)]
pub struct Page {
    /// Which list.
    pub list: u64,
    /// Which page was asked for.
    pub place: Place,
    /// The claims.
    pub claims: Vec<Claim>,
    /// Those of them that the person here has judged.
    pub judged: Vec<Id>,
    /// Whether there are more before them and after them.
    pub more: (bool, bool),
}

/// A document with its claims.
#[derive(Debug)]
pub struct Loaded {
    /// The document.
    pub document: Document,
    /// Its text, if it was asked for.
    pub text: Option<Arc<DocumentText>>,
    /// Its claims in order of place.
    pub claims: Vec<Claim>,
}

/// What a write did.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrote {
    /// What to tell.
    pub message: String,
    /// The claim to go to, if it is a new one.
    pub show: Option<Id>,
    /// Whether another file was taken up.
    pub reopened: bool,
    /// Whether it was an undo that could take nothing back.
    pub stuck: bool,
    /// The document in which it was needless to look again.
    pub needless: Option<Id>,
}

/// Something that was not done, and what to do about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// What went wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The claim as it stands, where it was changed since the form was opened.
    pub stale: Option<Box<Claim>>,
    /// Whether what was asked for is gone.
    pub gone: bool,
    /// Whether a person stopped it.
    pub stopped: bool,
    /// What became of the casebook's file, where what was to be written is in a rescue file.
    pub rescued: Option<Replaced>,
}

impl Failure {
    /// A failure in words.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Failure {
        Failure {
            message: message.into(),
            hint: hint.into(),
            stale: None,
            gone: false,
            stopped: false,
            rescued: None,
        }
    }
}

impl From<CasebookError> for Failure {
    fn from(error: CasebookError) -> Failure {
        let gone = matches!(error, CasebookError::NotFound { .. } | CasebookError::Erased { .. });
        let stopped = matches!(error, CasebookError::Stopped | CasebookError::Foreign(ForeignError::Stopped));
        let rescued = match error {
            CasebookError::Replaced { kept: true, gone, .. } => {
                Some(if gone { Replaced::Gone } else { Replaced::Other })
            }
            _ => None,
        };
        Failure { gone, stopped, rescued, ..Failure::new(error.to_string(), error.hint()) }
    }
}

/// What comes back.
#[derive(Debug)]
pub enum Answer {
    /// A page of the list, or why there is none.
    Claims(u64, Result<Page, Failure>),
    /// Its number and the rank asked for.
    Count(u64, Option<Id>, Result<(u64, Option<u64>), Failure>),
    /// A claim's file, and whether the person here has judged the claim.
    File(Id, Result<(Box<ClaimFile>, bool), Failure>),
    /// A document.
    Document(Id, Result<Box<Loaded>, Failure>),
    /// The scale, the checker, how many erasures wait for one, and how their key came to its end.
    Desk(Result<(Scale, Option<Checker>, u64, Option<EndedBy>), Failure>),
    /// All documents.
    Documents(Result<Vec<Document>, Failure>),
    /// What stands against each other.
    Conflicts(Result<Vec<Against>, Failure>),
    /// What a merge would bring, and what is to be known of whose it is.
    Previewed(Box<Merged>, Box<super::Whose>),
    /// What it brought, or why it was not done.
    Merged(Result<Box<Merged>, Failure>),
    /// What a copy to hand over tells, and the head of the casebook.
    Drafted(Box<Tells>, String),
    /// It was handed over, or not.
    Shared(Result<Box<Shared>, Failure>),
    /// Whose keys wrote, and what is known of them here.
    Keys(Result<Vec<KeyOf>, Failure>),
    /// The erasures not confirmed here.
    Erasures(Result<Vec<Erasure>, Failure>),
    /// A read that a later one of its kind made needless.
    Skipped,
    /// Another program has written, or we have.
    Changed,
    /// A write was done or not.
    Wrote(Result<Wrote, Failure>),
    /// An export is done: where, and how many bytes.
    Exported(Result<(PathBuf, u64), Failure>),
    /// The casebook's file was replaced by another program.
    Replaced(Replaced),
    /// What is read from now on is the file that lies in its place.
    Reopened,
    /// A thread is gone.
    Lost(Failure),
}
