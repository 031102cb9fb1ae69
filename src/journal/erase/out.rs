//! Taking content out, within the transaction of the entry that says so.

use super::Result;
use super::blank::{Span, blanked, united};
use super::plan::{blob_text, text_of};
use super::shun::{Seen, Shun, erase_body};
use crate::journal::entry::{Body, EraseBody};
use crate::journal::writer::Writer;
use crate::model::{Id, IdKind};
use crate::store::erase::HeldPart;
use crate::store::{self, Connection};
use std::collections::{BTreeSet, HashSet};

/// Takes out what erasures cover and what hangs on it, and writes texts with its words blanked beside the parts of
/// the entry that is being drafted.
///
/// A document's text is read by its row, which is folded again only in the end: so each is written once, with all
/// blanked that any of them says.
pub fn take_out(w: &mut Writer, bodies: &[EraseBody]) -> Result<()> {
    let conn = w.conn;
    let mut shun = Shun::of(conn)?;
    let (mut subjects, mut texts) = (Vec::new(), BTreeSet::new());
    for body in bodies {
        shun.blank(body);
        for id in &body.subjects {
            let (num, _) = store::journal::subject_or_new(conn, id.as_str())?;
            subjects.push((num, id.to_string()));
        }
        texts.extend(body.blanks.iter().map(|text| &text.document));
    }
    for (_, id) in with_hanging(conn, subjects, &mut shun)? {
        w.refold(&id);
    }
    let mut fresh = Vec::new();
    for document in texts {
        let (num, _) = store::journal::subject_or_new(conn, document.as_str())?;
        store::erase::mark(conn, num, false)?;
        if !shun.is_whole(document.as_str()) {
            fresh.extend(write_blanked(w, document, &shun)?);
        }
        parts_out(conn, (num, document.as_str()), &shun, &fresh)?;
        w.refold(document.as_str());
    }
    Ok(())
}

/// Marks subjects as erased, with all that hangs on them, and takes their parts out; gives all of them.
fn with_hanging(
    conn: &Connection,
    mut waiting: Vec<(i64, String)>,
    shun: &mut Shun,
) -> Result<Vec<(i64, String)>> {
    let (mut all, mut seen) = (Vec::new(), HashSet::new());
    while let Some((num, id)) = waiting.pop() {
        if !seen.insert(num) {
            continue;
        }
        let kind = id.parse::<Id>().ok().and_then(|id| id.kind());
        shun.add(&id);
        store::erase::mark(conn, num, kind != Some(IdKind::Checker))?;
        match kind {
            Some(IdKind::Claim) => waiting.extend(store::erase::on_claim(conn, num)?),
            Some(IdKind::Document) => {
                for claim in store::claim::of_document(conn, num)? {
                    waiting.extend(store::journal::subject_id(conn, claim)?.map(|id| (claim, id)));
                }
            }
            _ => {}
        }
        parts_out(conn, (num, &id), shun, &[])?;
        all.push((num, id));
    }
    Ok(all)
}

/// What a merge brought later of what is erased: its subjects go too, with all that hangs on them. Gives what must be
/// folded again.
pub fn late(conn: &Connection, found: Vec<(i64, String)>, shun: &mut Shun) -> Result<Vec<(i64, String)>> {
    with_hanging(conn, found, shun)
}

/// Marks again what is erased, in a casebook that was put together out of a damaged one, and takes out what came back of
/// it. What is erased and of which no erasure is left that says so is told by its parts.
pub fn again(conn: &Connection) -> Result<()> {
    let done = store::erase::all(conn)?.into_iter().filter(|row| row.state.is_done());
    let bodies: Vec<EraseBody> = done.filter_map(|row| erase_body(row.body.as_deref()?)).collect();
    let mut whole = Vec::new();
    for id in bodies.iter().flat_map(|body| &body.subjects) {
        whole.push((store::journal::subject_or_new(conn, id.as_str())?.0, id.to_string()));
    }
    let mut texts = Vec::new();
    for text in bodies.iter().flat_map(|body| &body.blanks) {
        texts.push((
            store::journal::subject_or_new(conn, text.document.as_str())?.0,
            text.document.to_string(),
        ));
    }
    for id in store::erase::unaccounted(conn)?.into_iter().flatten() {
        let Some(num) = store::journal::subject(conn, &id)? else { continue };
        let known = |list: &[(i64, String)]| list.iter().any(|(known, _)| *known == num);
        let speaks = store::erase::parts(conn, num)?.iter().any(|part| part.body.is_some());
        match id.starts_with('d') && speaks {
            _ if known(&whole) || known(&texts) => {}
            true => texts.push((num, id)),
            false => whole.push((num, id)),
        }
    }
    for (num, _) in &texts {
        store::erase::mark(conn, *num, false)?;
    }
    let mut shun = Shun::of(conn)?;
    with_hanging(conn, whole, &mut shun)?;
    for (num, id) in &texts {
        parts_out(conn, (*num, id), &shun, &[])?;
    }
    Ok(())
}

/// Takes out the parts of a subject that are to be erased, and the blobs that nothing else needs.
fn parts_out(conn: &Connection, subject: (i64, &str), shun: &Shun, fresh: &[i64]) -> Result<()> {
    let mut blobs = Vec::new();
    for part in shunned(conn, subject, shun)? {
        store::erase::take_out(conn, part.entry, part.n)?;
        blobs.extend(part.blob.filter(|blob| !fresh.contains(blob)));
    }
    Ok(store::erase::drop_blobs(conn, &blobs)?)
}

/// Whether anything can be read of what should be gone.
pub fn reads(conn: &Connection, subject: (i64, &str), shun: &Shun) -> Result<bool> {
    let parts = shunned(conn, subject, shun)?;
    Ok(parts.iter().any(|part| part.body.is_some() || part.blob.is_some()))
}

/// The parts of a subject that are to be erased.
fn shunned(conn: &Connection, (num, id): (i64, &str), shun: &Shun) -> Result<Vec<HeldPart>> {
    let parts = store::erase::parts(conn, num)?;
    let mut found = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| parts.get(at));
        let before = before.filter(|before| (before.entry, before.n + 1) == (part.entry, part.n));
        let text = || part.blob.map_or(Ok(None), |blob| blob_text(conn, blob));
        if shun.shuns(seen(id, part, before), text)? {
            found.push(part.clone());
        }
    }
    Ok(found)
}

fn seen<'a>(id: &'a str, part: &'a HeldPart, before: Option<&'a HeldPart>) -> Seen<'a> {
    Seen {
        subject: id,
        kind: &part.kind,
        body: part.body.as_deref(),
        blob: part.blob.is_some(),
        before: before.and_then(|part| part.body.as_deref()),
    }
}

/// Writes a document's text as it is kept here with all blanked that is erased, unless it is so already.
fn write_blanked(w: &mut Writer, document: &Id, shun: &Shun) -> Result<Option<i64>> {
    let Some((blob, text)) = text_of(w.conn, document)? else { return Ok(None) };
    let erased = shun.spans(document.as_str()).unwrap_or_default();
    let had = spans_of(w.conn, document, blob)?;
    let spans = united(had.iter().chain(erased).copied());
    if spans == had {
        return Ok(None);
    }
    let kept = store::journal::put_bytes(w.conn, blanked(&text, &spans).as_bytes())?;
    w.part(document.as_str(), Body::Blank { spans })?;
    w.blob(document.as_str(), kept)?;
    Ok(Some(kept.num))
}

/// What is blanked in one of a document's texts.
fn spans_of(conn: &Connection, document: &Id, blob: i64) -> Result<Vec<Span>> {
    let Some(num) = store::journal::subject(conn, document.as_str())? else { return Ok(Vec::new()) };
    let parts = store::erase::parts(conn, num)?;
    let with = parts.windows(2).find(|pair| pair[1].blob == Some(blob) && pair[0].entry == pair[1].entry);
    let body = with.and_then(|pair| pair[0].body.as_deref()).and_then(|body| serde_json::from_str(body).ok());
    Ok(match body {
        Some(Body::Blank { spans }) => united(spans),
        _ => Vec::new(),
    })
}
