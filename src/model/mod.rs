//! The domain in plain types: documents, claims, evidence, verdicts, checkers, queries.
//!
//! Nothing here knows SQL, a terminal or a file. Offsets named `start` and `end` are Unicode code
//! points into a document's text, end exclusive; byte offsets are always called so.

mod case;
mod checker;
mod claim;
mod codes;
mod conflict;
mod document;
mod evidence;
mod field;
mod id;
mod key;
mod query;
mod verdict;

pub use case::{Change, ClaimFile, Passage, Publisher, Report};
pub use checker::{Checker, Comment};
pub use claim::{Claim, Extracted, Kind, NewClaim, Polarity, Quote, Reason, Status, worth};
pub use codes::UnknownCode;
pub use conflict::{Conflict, Dispute, Side};
pub use document::{Document, DocumentEdit, Encoding, Received};
pub use evidence::{Attachment, Evidence, EvidenceKind, Grade, GradeError, NewEvidence, Stance};
pub use field::{ClaimEdit, EvidenceEdit, Field};
pub use id::{Id, IdError, IdKind, hex_digits};
pub use key::{EndedBy, KeyEnd, KeyState, Says};
pub use query::{Order, Query, QueryError};
pub use verdict::{Rating, Scale, Standing, Verdict};

/// A language of the interface and of labels; texts name theirs by BCP 47 tag instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tongue {
    /// English, the default.
    #[default]
    English,
    /// Arabic.
    Arabic,
}
