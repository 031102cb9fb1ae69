//! Taking content out, within the transaction of the entry that says so.

use super::Result;
use super::blank::{Span, blanked, united};
use super::plan::{blob_text, text_of};
use super::shun::{Seen, Shun, erase_body};
use crate::journal::entry::{Body, EraseBody};
use crate::journal::folded::origin_body;
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
    let claims = beside(conn, &shun, |document, _| texts.iter().any(|id| id.as_str() == document))?;
    subjects.extend(sharing(&claims, &shun));
    let mut gone = with_hanging(conn, subjects, &mut shun)?;
    gone.extend(moved(conn, claims, &shun)?);
    gone.iter().for_each(|(_, id)| w.refold(id));
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
                for claim in claims_of(conn, num, &id, &adrift(conn)?)? {
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

/// Claims whose document is not here (a merge left it out, or it has not come yet), and which it is.
pub fn adrift(conn: &Connection) -> Result<Vec<(i64, Id)>> {
    let mut nums = Vec::new();
    store::claim::waiting(conn, |num| nums.push(num))?;
    let named = nums.into_iter().map(|num| Ok(document_of(conn, num)?.map(|document| (num, document))));
    named.filter_map(Result::transpose).collect()
}

/// The claims of a document, those among them that are adrift too.
pub fn claims_of(conn: &Connection, num: i64, document: &str, adrift: &[(i64, Id)]) -> Result<Vec<i64>> {
    let mut claims = store::claim::of_document(conn, num)?;
    claims.extend(adrift.iter().filter(|(_, of)| of.as_str() == document).map(|(num, _)| *num));
    Ok(claims)
}

/// A claim of a document in which words are blanked: number and id, and where it was found or put at first.
struct Beside {
    num: i64,
    id: String,
    origin: Option<String>,
}

/// The claims of documents in which words are blanked, those left out of which `asked` says no: it is told the
/// document and the claim's number.
fn beside(conn: &Connection, shun: &Shun, asked: impl Fn(&str, i64) -> bool) -> Result<Vec<Beside>> {
    let mut found = Vec::new();
    if shun.blanked().next().is_none() {
        return Ok(found);
    }
    let adrift = adrift(conn)?;
    for document in shun.blanked() {
        let Some(of) = store::journal::subject(conn, document)? else { continue };
        for num in claims_of(conn, of, document, &adrift)? {
            let id = store::journal::subject_id(conn, num)?.unwrap_or_default();
            if asked(document, num) && !shun.is_whole(&id) {
                found.push(Beside { num, id, origin: origin_body(conn, num)? });
            }
        }
    }
    Ok(found)
}

/// Of these the ones that stand where words are blanked: they would tell these words, whichever extraction has them.
fn sharing(claims: &[Beside], shun: &Shun) -> Vec<(i64, String)> {
    let shares = |claim: &&Beside| claim.origin.as_ref().is_some_and(|body| shun.hangs(body));
    claims.iter().filter(shares).map(|claim| (claim.num, claim.id.clone())).collect()
}

/// How many claims an erasure does not name and would take out here all the same.
pub fn unseen(conn: &Connection, body: &EraseBody) -> Result<usize> {
    let mut shun = Shun::default();
    shun.blank(body);
    body.subjects.iter().for_each(|id| shun.add(id.as_str()));
    Ok(sharing(&beside(conn, &shun, |_, _| true)?, &shun).len())
}

/// Of the others, takes out that they were put where words are blanked: they stand again where they stood before.
/// Gives those of which that was said.
fn moved(conn: &Connection, claims: Vec<Beside>, shun: &Shun) -> Result<Vec<(i64, String)>> {
    let mut found = Vec::new();
    for Beside { num, id, .. } in claims {
        if !shun.is_whole(&id) && parts_out(conn, (num, &id), shun, &[])? {
            found.push((num, id));
        }
    }
    Ok(found)
}

/// Refuses what a person is about to write, where that was erased or tells words that were: another program may have
/// erased them since this one read them. Each is a subject and a body about it.
pub fn refuse<'a>(conn: &Connection, written: impl Iterator<Item = (&'a str, &'a str)>) -> Result<()> {
    if !store::erase::is_any(conn)? {
        return Ok(());
    }
    let shun = Shun::of(conn)?;
    for (subject, body) in written {
        if let Some(refusal) = shun.refusal(subject, body, || claim_document(conn, subject))? {
            return Err(refusal);
        }
    }
    Ok(())
}

/// Whether a claim that was found is erased, or tells words that are.
pub fn is_told(conn: &Connection, shun: &Shun, claim: &str, body: &Body) -> Result<bool> {
    if shun.is_empty() {
        return Ok(false);
    }
    let body = serde_json::to_string(body).unwrap_or_default();
    Ok(shun.refusal(claim, &body, || claim_document(conn, claim))?.is_some())
}

fn claim_document(conn: &Connection, claim: &str) -> Result<Option<Id>> {
    let num = store::journal::subject(conn, claim)?.filter(|_| claim.starts_with('c'));
    num.map_or(Ok(None), |num| document_of(conn, num))
}

/// The claims that tell words which are blanked, though no erasure named them.
pub fn telling(conn: &Connection, shun: &Shun) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for Beside { num, id, origin } in beside(conn, shun, |_, _| true)? {
        let stands = origin.is_some_and(|body| shun.hangs(&body));
        if stands || is_left(conn, (num, &id), shun)? {
            found.push(id);
        }
    }
    Ok(found)
}

/// What a merge brought later of what is erased: its subjects go too, with all that hangs on them, and so does what
/// tells blanked words or came in place of it. Gives what must be folded again.
pub fn late(
    conn: &Connection,
    mut found: Vec<(i64, String)>,
    came: impl Fn(i64) -> bool,
    shun: &mut Shun,
) -> Result<Vec<(i64, String)>> {
    let claims = beside(conn, shun, |_, claim| came(claim))?;
    found.extend(sharing(&claims, shun));
    let mut gone = with_hanging(conn, found, shun)?;
    gone.extend(moved(conn, claims, shun)?);
    for (num, id, whole) in store::erase::subjects(conn)? {
        if !whole && came(num) && parts_out(conn, (num, &id), shun, &[])? {
            gone.push((num, id));
        }
    }
    Ok(gone)
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
        // Of a claim that still says where it stands, it was taken out that it was put elsewhere.
        let moved = document_of(conn, num)?.is_some() && id.starts_with('c');
        match id.starts_with('d') && speaks {
            _ if moved || known(&whole) || known(&texts) => {}
            true => texts.push((num, id)),
            false => whole.push((num, id)),
        }
    }
    for (num, _) in &texts {
        store::erase::mark(conn, *num, false)?;
    }
    let mut shun = Shun::of(conn)?;
    let claims = beside(conn, &shun, |_, _| true)?;
    whole.extend(sharing(&claims, &shun));
    with_hanging(conn, whole, &mut shun)?;
    moved(conn, claims, &shun)?;
    for (num, id) in &texts {
        parts_out(conn, (*num, id), &shun, &[])?;
    }
    Ok(())
}

/// Takes out the parts of a subject that are to be erased, and the blobs that nothing else needs; whether there were any.
fn parts_out(conn: &Connection, subject: (i64, &str), shun: &Shun, fresh: &[i64]) -> Result<bool> {
    let mut blobs = Vec::new();
    let parts = shunned(conn, subject, shun)?;
    for part in &parts {
        store::erase::take_out(conn, part.entry, part.n)?;
        blobs.extend(part.blob.filter(|blob| !fresh.contains(blob)));
    }
    store::erase::drop_blobs(conn, &blobs)?;
    Ok(!parts.is_empty())
}

/// Whether a part that should be erased is not.
pub fn is_left(conn: &Connection, subject: (i64, &str), shun: &Shun) -> Result<bool> {
    Ok(!shunned(conn, subject, shun)?.is_empty())
}

/// The parts of a subject that are to be erased.
fn shunned(conn: &Connection, (num, id): (i64, &str), shun: &Shun) -> Result<Vec<HeldPart>> {
    let document = match id.starts_with('c') && shun.blanked().next().is_some() {
        true => document_of(conn, num)?,
        false => None,
    };
    let parts = store::erase::parts(conn, num)?;
    let mut found = Vec::new();
    for part in &parts {
        let before = |back: i64| {
            let place = (part.entry, part.n - back);
            let found = parts.binary_search_by_key(&place, |part| (part.entry, part.n));
            found.ok().and_then(|at| parts.get(at))
        };
        let seen = Seen {
            subject: id,
            kind: &part.kind,
            body: part.body.as_deref(),
            blob: part.blob.is_some(),
            before: [1, 2].map(|back| before(back).and_then(|part| part.body.as_deref())),
            document: document.as_ref().map(Id::as_str),
        };
        if shun.shuns(seen, || part.blob.map_or(Ok(None), |blob| blob_text(conn, blob)))? {
            found.push(part.clone());
        }
    }
    Ok(found)
}

/// The document that a claim was found in, or put in at first.
pub fn document_of(conn: &Connection, claim: i64) -> Result<Option<Id>> {
    let origin = origin_body(conn, claim)?;
    Ok(match origin.and_then(|body| serde_json::from_str(&body).ok()) {
        Some(Body::Claim(claim)) => claim.document,
        _ => None,
    })
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
