//! Writing what bears itself out into a new casebook.

use super::super::casebook::begin;
use super::super::entry::{Body, CASEBOOK, Committing, Hash, Header, hex, unhex};
use super::super::fold::Index;
use super::super::keyring::Keyring;
use super::super::writer::Writer;
use super::super::{CasebookError, Result, erase, keep};
use super::chain::{self, Followed, GONE, WITHHELD};
use super::lost::Lines;
use super::prove::Ways;
use super::{LostPart, MOST_TOLD};
use crate::model::Id;
use crate::store::erase::State;
use crate::store::foreign::{RawEntry, RawPart};
use crate::store::journal as rows;
use crate::store::salvage::{Order, Stage};
use crate::store::{self, Connection};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// How many ways of putting together chunks that were found more than once are tried.
const TRIES: usize = 64;

/// What was written.
#[derive(Debug, Default)]
pub struct Written {
    /// Parts.
    pub parts: u64,
    /// Texts and files.
    pub blobs: u64,
    /// How many parts' content is gone.
    pub gone: u64,
    /// The first of these.
    pub told: Vec<LostPart>,
    /// Entries that are named and not there.
    pub missing: Vec<Hash>,
    /// Whether an entry was added that says so.
    pub marked: bool,
    /// The casebook's id.
    pub casebook: String,
}

/// What is to be written.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// What was found.
    pub stage: &'a Stage,
    /// What is taken over of it.
    pub followed: &'a Followed,
    /// How many entries are not.
    pub lost: u64,
}

/// Writes a new casebook; words that are not those of their part any more go to `lines`.
pub fn write(
    to: &Path,
    Found { stage, followed, lost }: Found,
    lines: &mut Lines,
    keyring: &Keyring,
    stop: &AtomicBool,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Written> {
    std::fs::File::create_new(to).map_err(|source| CasebookError::File { path: to.to_owned(), source })?;
    let mut conn = store::create(to)?;
    rows::spill(&conn, true)?;
    let tx = begin(&mut conn)?;
    let (_, first) = followed.first.clone().unwrap_or_default();
    let casebook = stage.case()?.unwrap_or_else(|| first.clone());
    let begun = followed.created.contains(&casebook);
    let mut write = Write {
        conn: &tx,
        stage,
        lines,
        written: Written { casebook, ..Written::default() },
        sittings: HashMap::new(),
        tails: HashMap::new(),
    };
    for hash in &followed.named {
        if !stage.is_kept(hash)? {
            write.written.missing.push(*hash);
        }
    }
    write.written.missing.sort_unstable();
    // What lies first says whose casebook it is.
    let leads = !begun || first != write.written.casebook;
    if leads {
        write.mark(keyring, lost, begun)?;
    }
    write.entries(followed.entries, stop, progress)?;
    write.tie_ends(followed)?;
    let lacks = lost > 0 || write.written.gone > 0 || !write.written.missing.is_empty();
    if lacks && !leads {
        write.mark(keyring, lost, begun)?;
    }
    super::super::here::correct(&tx, &write.written.casebook)?;
    let written = write.written;
    let mut fold = || {
        store::journal::clear_projection(&tx)?;
        store::search::empty(&tx)?;
        keep::fold_all(&tx, Index::Write, &mut |done, all| {
            progress(done, all);
            !stop.load(Ordering::Relaxed)
        })
    };
    fold()?;
    // What hangs on what is erased is told by the tables.
    if erased(&tx)? {
        fold()?;
    }
    tx.commit()?;
    conn.close().map_err(|(_, e)| e)?;
    Ok(written)
}

/// Takes out again what is erased; whether anything is.
fn erased(conn: &Connection) -> Result<bool> {
    for row in store::erase::all(conn)?.iter().filter(|row| !row.state.is_done()) {
        // What was decided of it is lost: where its content is out already, it was done.
        let body = row.body.as_deref().and_then(erase::erase_body);
        // A torn row may say of one what was decided of another.
        if row.state == State::Refused && !erase::is_as_decided(conn, row)? {
            store::erase::decide(conn, row.entry, State::Waiting)?;
        }
        for id in body.iter().flat_map(|body| &body.subjects) {
            let num = rows::subject(conn, id.as_str())?;
            if num.is_some_and(|num| store::erase::has_erased_part(conn, num).unwrap_or(true)) {
                store::erase::decide(conn, row.entry, State::Done)?;
            }
        }
    }
    // Whose word is lost by which it was decided here, of that sitting nobody can say any more that it is of here.
    for row in store::erase::all(conn)? {
        if !erase::is_as_decided(conn, &row)? {
            store::journal::forget_here(conn)?;
            break;
        }
    }
    erase::again(conn)?;
    Ok(!store::erase::subjects(conn)?.is_empty())
}

struct Write<'a> {
    conn: &'a Connection,
    stage: &'a Stage,
    lines: &'a mut Lines,
    written: Written,
    /// Local numbers and ids of sittings, by the number of their first entry on the stage.
    sittings: HashMap<i64, (i64, Hash)>,
    /// The last entry of each sitting: local number and hash.
    tails: HashMap<i64, (i64, Hash)>,
}

impl Write<'_> {
    fn entries(&mut self, all: u64, stop: &AtomicBool, progress: &mut dyn FnMut(u64, u64)) -> Result<()> {
        let (mut last, mut done): (Order, u64) = ((i64::MIN, i64::MIN, i64::MIN), 0);
        loop {
            let page = self.stage.kept(last)?;
            let Some((_, end)) = page.last() else { return Ok(()) };
            last = *end;
            for (id, (_, opener, seq)) in page {
                if stop.load(Ordering::Relaxed) {
                    return Err(CasebookError::Stopped);
                }
                let found = self.stage.entry(id)?;
                if let Some(raw) = found.map(|found| chain::raw(self.stage, found)).transpose()?.flatten() {
                    self.entry(opener, seq, raw)?;
                }
                done += 1;
                progress(done, all);
            }
        }
    }

    fn entry(&mut self, opener: i64, seq: i64, raw: RawEntry) -> Result<()> {
        let (sitting, id) = match self.sittings.get(&opener) {
            Some(known) => *known,
            None => self.sitting(opener, &raw)?,
        };
        let seq = u64::try_from(seq).unwrap_or_default();
        let entry = rows::add_raw_entry(self.conn, sitting, seq, &raw)?;
        rows::advance_sitting(self.conn, sitting, seq)?;
        self.tails.insert(sitting, (entry, raw.hash));
        if raw.kind == erase::ERASE {
            let said = raw.parts.first().is_some_and(|part| part.body.is_some() && part.state != GONE);
            let state = self.stage.erasure(raw.num)?.filter(|_| said);
            let state = state.and_then(|code| State::of(&code)).unwrap_or(State::Waiting);
            store::erase::decide(self.conn, entry, state)?;
        }
        if raw.parts.iter().any(|part| part.state == GONE) {
            let gone = |n| raw.parts.iter().any(|part| part.n == n && part.state == GONE);
            for found in self.stage.parts(raw.num)?.iter().filter(|part| gone(part.n) && part.body.is_some())
            {
                self.lines.altered(&id, seq, found)?;
            }
        }
        for part in raw.parts {
            self.part(entry, (&id, seq), part)?;
        }
        Ok(())
    }

    fn sitting(&mut self, opener: i64, first: &RawEntry) -> Result<(i64, Hash)> {
        let header = serde_json::from_str::<Header>(&first.header).ok();
        let key = header.and_then(|header| unhex(&header.opens?.key)).unwrap_or_default();
        let (checker, _) = rows::subject_or_new(self.conn, Id::of_checker(&key).as_str())?;
        let num = match self.stage.was_here(&first.hash)? {
            true => rows::add_sitting(self.conn, &first.hash, checker, &key)?,
            false => rows::add_foreign_sitting(self.conn, &first.hash, checker, &key)?,
        };
        self.sittings.insert(opener, (num, first.hash));
        Ok((num, first.hash))
    }

    fn part(&mut self, entry: i64, (sitting, seq): (&Hash, u64), mut part: RawPart) -> Result<()> {
        let (subject, _) = rows::subject_or_new(self.conn, part.subject.as_deref().unwrap_or_default())?;
        let mut blob = None;
        let mut lost = (part.state == GONE).then(|| "its words cannot be read".to_owned());
        if let (Some(num), Some(salt)) = (part.blob, part.salt) {
            match self.blob(num, &salt, &part.commitment)? {
                Ok(copied) => blob = Some(copied),
                Err(what) => lost = Some(what),
            }
        }
        if let Some(what) = lost {
            chain::withhold(&mut part, WITHHELD);
            self.written.gone += 1;
            if self.written.told.len() < MOST_TOLD {
                let subject = part.subject.clone().unwrap_or_default();
                self.written.told.push(LostPart { sitting: hex(sitting), seq, n: part.n, subject, what });
            }
        }
        self.written.parts += 1;
        Ok(rows::Adding::on(self.conn)?.parts(entry, &[rows::NewPart::of(&part, subject, blob)])?)
    }

    /// The local number of a blob whose bytes are those that a part is committed to, or how much of it is there.
    fn blob(
        &mut self,
        num: i64,
        salt: &[u8; 16],
        commitment: &Hash,
    ) -> Result<std::result::Result<i64, String>> {
        let mut chunks: Vec<Vec<i64>> = Vec::new();
        for (n, id) in self.stage.chunks(num)? {
            match usize::try_from(n) {
                Ok(n) if n + 1 == chunks.len() => chunks[n].push(id),
                Ok(n) if n == chunks.len() => chunks.push(vec![id]),
                _ => return Ok(Err(format!("chunk {} of its bytes is gone", chunks.len()))),
            }
        }
        let sizes: Vec<usize> = chunks.iter().map(Vec::len).collect();
        let mut what = "its bytes are gone".to_owned();
        for ways in Ways::of(&sizes).take(TRIES) {
            let chosen: Vec<i64> =
                chunks.iter().zip(ways).filter_map(|(ids, way)| ids.get(way).copied()).collect();
            match self.proved(&chosen, salt, commitment)? {
                Some((sha256, size)) => return Ok(Ok(self.copy(&chosen, &sha256, size)?)),
                None if chunks.is_empty() => {}
                None => what = format!("its bytes are not all there; {} chunks can be read", chunks.len()),
            }
        }
        Ok(Err(what))
    }

    /// SHA-256 and length of what chunks hold, if a part is committed to it.
    fn proved(&self, chunks: &[i64], salt: &[u8; 16], commitment: &Hash) -> Result<Option<(Hash, u64)>> {
        let (mut sha256, mut committing, mut size) = (Sha256::new(), Committing::new(salt), 0u64);
        for (n, id) in chunks.iter().enumerate() {
            let Ok(piece) = rows::chunk_data(&self.stage.chunk(*id)?) else { return Ok(None) };
            let last = n + 1 == chunks.len();
            if piece.is_empty() || (!last && piece.len() != rows::CHUNK) {
                return Ok(None);
            }
            sha256.update(&piece);
            committing.update(&piece);
            size += piece.len() as u64;
        }
        Ok((committing.finish() == *commitment).then(|| (sha256.finalize().into(), size)))
    }

    fn copy(&mut self, chunks: &[i64], sha256: &Hash, size: u64) -> Result<i64> {
        if let Some(known) = rows::blob_of(self.conn, sha256)? {
            return Ok(known.num);
        }
        let pieces = chunks.iter().map(|id| self.stage.chunk(*id));
        let copied = rows::put_stored(self.conn, sha256, size, pieces)?;
        self.written.blobs += 1;
        Ok(copied)
    }

    /// The entries that none names, and the clock.
    fn tie_ends(&self, followed: &Followed) -> Result<()> {
        for (entry, hash) in self.tails.values() {
            if !followed.named.contains(hash) {
                rows::add_loose_end(self.conn, *entry)?;
            }
        }
        let (near, all) = followed.clock;
        let clock = if near >= 0 { near } else { all };
        Ok(rows::set_clock(self.conn, clock.max(rows::clock(self.conn)?))?)
    }

    /// Writes the entry that says what is missing, in the name of whoever salvages.
    fn mark(&mut self, keyring: &Keyring, lost: u64, begun: bool) -> Result<()> {
        let signer = keyring.load_or_make()?;
        let action = uuid::Uuid::now_v7().simple().to_string();
        let mut writer = Writer::new(self.conn, &signer, None, &self.written.casebook, &action)?;
        writer.entry("recover");
        // A part has room for a hundred thousand.
        let pieces: Vec<&[Hash]> = match self.written.missing.as_slice() {
            [] => vec![&[]],
            missing => missing.chunks(100_000).collect(),
        };
        for piece in pieces {
            let missing: Vec<String> = piece.iter().map(|hash| hex(hash)).collect();
            writer.part(CASEBOOK, Body::Recovered { lost: lost.max(missing.len() as u64), missing })?;
        }
        if !begun {
            writer.part(CASEBOOK, Body::Casebook { id: self.written.casebook.clone() })?;
        }
        writer.finish()?;
        self.written.marked = true;
        Ok(())
    }
}
