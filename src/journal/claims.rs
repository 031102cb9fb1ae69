//! Claims are added, corrected, dismissed and restored.

use super::casebook::{Casebook, Text};
use super::documents::reason;
use super::entry::{Body, ClaimBody, SpanValue};
use super::erase::blank::BLANK;
use super::writer::Writer;
use super::{CasebookError, Result};
use crate::model::{Claim, ClaimEdit, Field, Id, IdKind, NewClaim, Status};
use serde_json::Value;

impl Casebook {
    /// Adds a claim: a span of a document, or words heard or copied elsewhere.
    pub fn add_claim(&mut self, claim: &NewClaim) -> Result<Id> {
        let span = match &claim.anchor {
            Some((document, start, end)) => cut(&self.text(document)?, *start, *end)?,
            None => SpanValue { start: None, end: None, text: words(&claim.text)?.to_owned() },
        };
        if let Some((document, ..)) = &claim.anchor {
            self.refuse_twin(document, &span)?;
        }
        let language = match claim.language.trim() {
            "" => crate::text::language(&span.text).to_owned(),
            given => given.to_lowercase(),
        };
        let body = ClaimBody {
            document: claim.anchor.as_ref().map(|(document, ..)| document.clone()),
            span: Some(span),
            cue_span: None,
            speaker: claim.speaker.trim().to_owned(),
            role: claim.role.trim().to_owned(),
            cue: claim.cue.trim().to_owned(),
            via: Vec::new(),
            quote: claim.quote,
            polarity: claim.polarity,
            kind: claim.kind,
            nested: false,
            confidence: None,
            worth: None,
            reasons: Vec::new(),
            said_at: claim.said_at.trim().to_owned(),
            translation: claim.translation.trim().to_owned(),
            language,
            url: claim.url.trim().to_owned(),
        };
        self.write(|w| {
            let id = w.fresh(IdKind::Claim);
            w.entry("claim_add");
            w.part(id.as_str(), Body::Claim(body))?;
            Ok(id)
        })
    }

    /// A second claim on the very same span would split the work on it.
    fn refuse_twin(&self, document: &Id, span: &SpanValue) -> Result<()> {
        let twin =
            self.document_claims(document)?.into_iter().find(|c| c.start == span.start && c.end == span.end);
        match twin {
            Some(twin) => Err(CasebookError::Invalid(crate::spoken!("refused-twin", id = twin.id.as_str()))),
            None => Ok(()),
        }
    }

    /// Corrects a claim; gives how many fields changed.
    pub fn edit_claim(&mut self, id: &Id, edit: &ClaimEdit) -> Result<usize> {
        let now = self.claim(id)?;
        let span = self.new_span(&now, edit)?;
        if matches!(edit.status, Some(Status::Checked | Status::Dismissed)) {
            return Err(CasebookError::Invalid(crate::spoken!("refused-status")));
        }
        self.write(|w| {
            w.entry("claim_edit");
            let mut writes = Writes { w, subject: id.as_str(), changed: 0 };
            if let Some(span) = span {
                let value = serde_json::to_value(span).unwrap_or_default();
                writes.put(Field::Span, value)?;
            }
            writes.text(Field::Speaker, &edit.speaker, &now.speaker)?;
            writes.text(Field::Role, &edit.role, &now.role)?;
            writes.text(Field::Cue, &edit.cue, &now.cue)?;
            writes.text(Field::SaidAt, &edit.said_at, &now.said_at)?;
            writes.text(Field::Translation, &edit.translation, &now.translation)?;
            writes.text(Field::Language, &edit.language, &now.language)?;
            writes.text(Field::Url, &edit.url, &now.url)?;
            if let Some(via) = edit.via.as_ref().filter(|v| **v != now.via) {
                writes.put(Field::Via, via.clone().into())?;
            }
            writes.code(Field::Quote, edit.quote.map(|v| v.code()), now.quote.code())?;
            writes.code(Field::Polarity, edit.polarity.map(|v| v.code()), now.polarity.code())?;
            writes.code(Field::Kind, edit.kind.map(|v| v.code()), now.kind.code())?;
            if let Some(status) = edit.status.filter(|s| *s != now.status) {
                let value = if status == Status::New { "" } else { status.code() };
                writes.put(Field::Status, value.into())?;
            }
            Ok(writes.changed)
        })
    }

    fn new_span(&self, now: &Claim, edit: &ClaimEdit) -> Result<Option<SpanValue>> {
        let span = match (&now.document, edit.span, &edit.text) {
            (_, None, None) => return Ok(None),
            (Some(document), Some((start, end)), None) => cut(&self.text(document)?, start, end)?,
            (None, None, Some(text)) => SpanValue { start: None, end: None, text: words(text)?.to_owned() },
            (Some(_), _, Some(_)) => {
                return Err(CasebookError::Invalid(crate::spoken!("refused-words-of-document")));
            }
            (None, Some(_), _) => {
                return Err(CasebookError::Invalid(crate::spoken!("refused-no-document")));
            }
        };
        let same = (span.start, span.end, &span.text) == (now.start, now.end, &now.text);
        Ok((!same).then_some(span))
    }

    /// Sets a claim aside as not checkable.
    pub fn dismiss_claim(&mut self, id: &Id, why: &str) -> Result<()> {
        let now = self.claim(id)?;
        if !now.dismissed.is_empty() {
            return Err(CasebookError::Invalid(crate::spoken!(
                "refused-dismissed",
                id = id.as_str(),
                why = &now.dismissed
            )));
        }
        let why = reason(why)?;
        self.write(|w| {
            w.entry("dismiss");
            w.set(id.as_str(), Field::Dismissed, why.into())
        })
    }

    /// Takes a dismissed claim up again.
    pub fn restore_claim(&mut self, id: &Id) -> Result<()> {
        if self.claim(id)?.dismissed.is_empty() {
            return Err(CasebookError::Invalid(crate::spoken!("refused-not-dismissed", id = id.as_str())));
        }
        self.write(|w| {
            w.entry("restore");
            w.set(id.as_str(), Field::Dismissed, "".into())
        })
    }
}

/// Writes of one subject's fields, left out where nothing changes.
pub(super) struct Writes<'a, 'b> {
    pub w: &'a mut Writer<'b>,
    pub subject: &'a str,
    pub changed: usize,
}

impl Writes<'_, '_> {
    pub fn put(&mut self, field: Field, value: Value) -> Result<()> {
        self.changed += 1;
        self.w.set(self.subject, field, value)
    }

    pub fn text(&mut self, field: Field, value: &Option<String>, now: &str) -> Result<()> {
        match value.as_deref().map(str::trim) {
            Some(value) if value != now => self.put(field, value.into()),
            _ => Ok(()),
        }
    }

    pub fn code(&mut self, field: Field, value: Option<&'static str>, now: &str) -> Result<()> {
        match value {
            Some(value) if value != now => self.put(field, value.into()),
            _ => Ok(()),
        }
    }
}

/// The words between two code points of a text.
fn cut(text: &Text, start: usize, end: usize) -> Result<SpanValue> {
    let length = text.points.len();
    if start >= end || end > length {
        let word = crate::spoken!("refused-span", start = start, end = end, length = length);
        return Err(CasebookError::Invalid(word));
    }
    let words = text.points.slice(start, end);
    if words.trim_matches(|c: char| c.is_whitespace() || c == BLANK).is_empty() {
        return Err(CasebookError::Invalid(crate::spoken!("refused-blank-span")));
    }
    Ok(SpanValue { start: Some(start), end: Some(end), text: words.to_owned() })
}

fn words(text: &str) -> Result<&str> {
    match text.trim() {
        "" => Err(CasebookError::Invalid(crate::spoken!("refused-claim-words"))),
        text => Ok(text),
    }
}
