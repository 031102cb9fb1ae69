//! Writing what is missing, and folding what it touches, inside one transaction.

mod refold;

use super::incoming::{Incoming, Source, Wanted};
use super::{Brought, Doing, Merged, Progress};
use crate::journal::entry::{Body, CASEBOOK, Hash, hex};
use crate::journal::erase::{self, Seen, Shun};
use crate::journal::fold::{Index, LAST, Touched, fold, order};
use crate::journal::folded::{makes, origin_body};
use crate::journal::nums::Nums;
use crate::journal::{CasebookError, Result, clock};
use crate::model::Id;
use crate::store::erase::State;
use crate::store::foreign::{RawEntry, RawPart, RawSitting};
use crate::store::journal::{self as rows, Adding, NewPart, Withheld};
use crate::store::{self, Connection};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A merge under way.
pub struct Take<'a> {
    conn: &'a Connection,
    adding: Adding<'a>,
    progress: &'a mut Progress<'a>,
    incoming: &'a Incoming,
    merged: Merged,
    by: BTreeMap<String, u64>,
    /// The subjects touched, for each place in the order of folding.
    touched: [Nums; LAST as usize + 1],
    /// The last subject that there was before: the tables hold nothing yet of those after it.
    last_subject: i64,
    /// The entries that new ones name.
    named: HashSet<Hash>,
    /// The last new entry of each sitting: local number, number and hash, by the sitting's local number.
    tails: HashMap<i64, (i64, i64, Hash)>,
    clock: i64,
    latest: i64,
    /// Entries that are to come.
    expected: u64,
    /// Claims that were here and of which something new is written.
    changed: Nums,
    /// The keys of which something is said.
    spoken_of: HashSet<String>,
    /// What is erased here.
    shun: Shun,
    /// Local number and id of what came and hangs on it.
    late: Vec<(i64, String)>,
}

/// A part that is to be written: local number of its subject, the part, local number of its blob.
type Taken<'p> = (i64, Cow<'p, RawPart>, Option<i64>);

/// A sitting that is written to.
struct Into {
    sitting: RawSitting,
    num: Option<i64>,
    from: i64,
}

impl<'a> Take<'a> {
    /// Nothing is taken yet.
    pub fn new(
        conn: &'a Connection,
        incoming: &'a Incoming,
        progress: &'a mut Progress<'a>,
    ) -> Result<Take<'a>> {
        Ok(Take {
            conn,
            adding: Adding::on(conn)?,
            progress,
            incoming,
            merged: Merged::default(),
            by: BTreeMap::new(),
            touched: Default::default(),
            last_subject: rows::last_subject(conn)?,
            named: incoming.sources().iter().flat_map(|source| source.named.keys().copied()).collect(),
            tails: HashMap::new(),
            clock: 0,
            latest: clock::latest(chrono::Utc::now()),
            expected: 0,
            changed: Nums::default(),
            spoken_of: HashSet::new(),
            shun: Shun::of(conn)?,
            late: Vec::new(),
        })
    }

    /// Writes what one file has and the casebook has not.
    pub fn source(&mut self, source: &Source) -> Result<()> {
        let wanted = source.wanted(self.conn)?;
        if wanted.is_empty() {
            return Ok(());
        }
        let first = source.first_of(&wanted)?;
        let into = |Wanted { sitting, have }: Wanted| {
            let from = have.map_or(0, |(_, seq, _)| i64::try_from(seq).unwrap_or(i64::MAX));
            (sitting.num, Into { num: have.map(|(num, ..)| num), from, sitting })
        };
        let mut into: HashMap<i64, Into> = wanted.into_iter().map(into).collect();
        for Into { sitting, from, .. } in into.values() {
            let new = sitting.last_seq.saturating_sub(*from);
            self.expected = self.expected.saturating_add(new.try_into().unwrap_or_default());
        }
        source.foreign.each_entry(first, |raw| match into.get_mut(&raw.sitting) {
            Some(into) if raw.seq > into.from => self.entry(source, into, &raw),
            _ => Ok::<(), CasebookError>(()),
        })?;
        // The next file is measured by how far each sitting has come now.
        for num in into.values().filter_map(|into| into.num) {
            if let Some((_, seq, _)) = self.tails.get(&num) {
                rows::extend_sitting(self.conn, num, *seq)?;
            }
        }
        Ok(())
    }

    fn entry(&mut self, source: &Source, into: &mut Into, raw: &RawEntry) -> Result<()> {
        let sitting = match into.num {
            Some(num) => num,
            None => self.sitting(into)?,
        };
        let seq = u64::try_from(raw.seq).unwrap_or_default();
        let entry = rows::add_raw_entry(self.conn, sitting, seq, raw)?;
        let mut parts = Vec::with_capacity(raw.parts.len());
        for (n, part) in raw.parts.iter().enumerate() {
            let before = |back: usize| {
                let before = n.checked_sub(back).and_then(|n| raw.parts.get(n));
                before.filter(|p| p.subject == part.subject).and_then(|p| p.body.as_deref())
            };
            let part = self.part(source, (&raw.kind, &into.sitting.key), [before(1), before(2)], part)?;
            parts.push(part);
            // What is shunned hangs on what is there.
            if !self.shun.is_empty() {
                self.add(entry, &mut parts)?;
            }
        }
        self.add(entry, &mut parts)?;
        if raw.kind == erase::ERASE {
            store::erase::decide(self.conn, entry, State::Waiting)?;
            self.merged.erasures += 1;
        }
        if self.tails.insert(sitting, (entry, raw.seq, raw.hash)).is_none() {
            self.merged.longer += u64::from(into.from > 0);
        }
        self.merged.entries += 1;
        let checker = into.sitting.checker.as_deref().unwrap_or_default();
        *self.by.entry(checker.to_owned()).or_default() += 1;
        if raw.at > self.latest {
            self.merged.ahead += 1;
        } else {
            self.clock = self.clock.max(raw.at);
        }
        if self.merged.entries.is_multiple_of(64) {
            (self.progress)(Doing::Writing, self.merged.entries, self.expected);
            self.incoming.not_stopped()?;
        }
        Ok(())
    }

    fn sitting(&mut self, into: &mut Into) -> Result<i64> {
        let (checker, _) = self.touch(into.sitting.checker.as_deref().unwrap_or_default())?;
        let num = rows::add_foreign_sitting(self.conn, &into.sitting.id, checker, &into.sitting.key)?;
        self.merged.sittings += 1;
        into.num = Some(num);
        Ok(num)
    }

    fn part<'p>(
        &mut self,
        source: &Source,
        (kind, key): (&str, &[u8; 32]),
        before: [Option<&str>; 2],
        part: &'p RawPart,
    ) -> Result<Taken<'p>> {
        let id = part.subject.as_deref().unwrap_or_default();
        let (subject, fresh) = self.touch(id)?;
        let shunned = self.shuns(source, (subject, id), (kind, key), before, part)?;
        self.merged.shunned += u64::from(shunned && part.state == "present");
        let part = match (shunned, part.state.as_str()) {
            (true, _) => Cow::Owned(without(part, "erased")),
            // An erasure that nobody here has confirmed: whoever still has the content may fill it.
            (false, "erased") => Cow::Owned(without(part, "withheld")),
            _ => Cow::Borrowed(part),
        };
        let blob = match part.blob {
            Some(num) => source.foreign.blob(num)?,
            None => None,
        };
        let blob = blob.map(|blob| rows::copy_blob(self.conn, &source.foreign, blob)).transpose()?;
        self.count(part.body.as_deref(), key, (subject, id), fresh);
        Ok((subject, part, blob))
    }

    /// Writes parts of an entry.
    fn add(&mut self, entry: i64, parts: &mut Vec<Taken>) -> Result<()> {
        let new = parts.iter().map(|(subject, part, blob)| NewPart::of(part, *subject, *blob));
        self.adding.parts(entry, &new.collect::<Vec<_>>())?;
        parts.clear();
        Ok(())
    }

    /// Counts what a part makes, or changes.
    fn count(&mut self, body: Option<&str>, key: &[u8; 32], (subject, id): (i64, &str), fresh: bool) {
        let m = &mut self.merged;
        let counted = match body.and_then(made) {
            Some("document") => &mut m.documents,
            Some("claim") => &mut m.claims,
            Some("evidence") => &mut m.evidence,
            Some("verdict") => &mut m.verdicts,
            Some("comment") => &mut m.comments,
            Some("extraction") => &mut m.extractions,
            // A key is not made by what is said of it.
            Some("key") => {
                m.key_words += 1;
                self.spoken_of.insert(id.to_owned());
                return;
            }
            Some("set") if id.starts_with('c') && id != CASEBOOK && subject <= self.last_subject => {
                self.changed.insert(subject);
                return;
            }
            _ => return,
        };
        let named = id.parse::<Id>().is_ok_and(|id| id.is_made_up() && !id.may_come_from(key));
        m.untrue += u64::from(named);
        *counted += u64::from(fresh && !named);
    }

    /// Whether a part that comes is of what is erased here, or hangs on it.
    fn shuns(
        &mut self,
        source: &Source,
        (subject, id): (i64, &str),
        (kind, key): (&str, &[u8; 32]),
        before: [Option<&str>; 2],
        part: &RawPart,
    ) -> Result<bool> {
        if self.shun.is_empty() {
            return Ok(false);
        }
        if part.body.as_deref().is_some_and(|body| self.shun.hangs(body) && is_made(body, id, key))
            && !self.shun.is_whole(id)
            // What is here already hangs elsewhere: no later word takes it away.
            && origin_body(self.conn, subject)?.is_none()
        {
            self.shun.add(id);
            self.late.push((subject, id.to_owned()));
        }
        // That a claim was put where words are blanked is looked for when all is here.
        let (body, blob, document) = (part.body.as_deref(), part.blob.is_some(), None);
        let seen = Seen { subject: id, kind, body, blob, before, document };
        self.shun.shuns(seen, || part.blob.map_or(Ok(None), |blob| text_there(source, blob)))
    }

    /// The local number of a subject that something new is said of.
    fn touch(&mut self, subject: &str) -> Result<(i64, bool)> {
        let (num, fresh) = self.adding.subject(subject)?;
        self.note(order(subject), num);
        Ok((num, fresh))
    }

    fn note(&mut self, place: u8, num: i64) {
        if let Some(touched) = self.touched.get_mut(usize::from(place)) {
            touched.insert(num);
        }
    }

    /// Fills parts that were withheld.
    pub fn fill(&mut self, incoming: &Incoming) -> Result<()> {
        incoming.each_filling(self.conn, |withheld, (source, part, blob)| {
            let id = part.subject.as_deref().unwrap_or_default();
            self.note(order(id), withheld.subject);
            if self.shuns_filling(source, withheld, &part)? {
                self.merged.shunned += 1;
                return Ok(store::erase::take_out(self.conn, withheld.entry, withheld.n)?);
            }
            let blob = blob.map(|blob| rows::copy_blob(self.conn, &source.foreign, blob)).transpose()?;
            rows::fill_part(self.conn, withheld, &part, blob)?;
            self.merged.filled += 1;
            Ok(())
        })
    }

    fn shuns_filling(&mut self, source: &Source, withheld: &Withheld, part: &RawPart) -> Result<bool> {
        if self.shun.is_empty() {
            return Ok(false);
        }
        let id = part.subject.as_deref().unwrap_or_default();
        let parts = store::erase::parts(self.conn, withheld.subject)?;
        let at = |n: i64| parts.iter().find(|p| (p.entry, p.n) == (withheld.entry, n));
        let kind = at(withheld.n).map(|p| p.kind.as_str()).unwrap_or_default();
        let before = [1, 2].map(|back| at(withheld.n - back).and_then(|p| p.body.as_deref()));
        self.shuns(source, (withheld.subject, id), (kind, &withheld.key), before, part)
    }

    /// Notes how far each sitting came, folds what was touched, and says what was brought.
    pub fn finish(mut self) -> Result<Merged> {
        self.tie_ends()?;
        let clock = rows::clock(self.conn)?.max(self.clock);
        rows::set_clock(self.conn, clock)?;
        let came = if self.shun.is_empty() { Default::default() } else { self.touched.clone() };
        self.fold()?;
        self.take_out_late(&came)?;
        self.merged.changed = self.changed.len();
        for key in crate::journal::keys::states(self.conn)? {
            if self.spoken_of.contains(key.checker.as_str()) {
                self.merged.keys.push(key.clone());
            }
            if let Some(&entries) = self.by.get(key.checker.as_str()) {
                let checker = key.checker.clone();
                let checker_name = if key.name.is_empty() { checker.to_string() } else { key.name.clone() };
                self.merged.by.push(Brought { checker, checker_name, entries, key });
            }
        }
        self.merged.by.sort_by(|a, b| a.checker.cmp(&b.checker));
        Ok(self.merged)
    }

    /// The entries that none names: of those there were, the ones that no new entry names; of the new, likewise.
    fn tie_ends(&self) -> Result<()> {
        for (entry, hash, sitting) in rows::loose_ends(self.conn)? {
            if self.named.contains(&hash) || self.tails.contains_key(&sitting) {
                rows::drop_loose_end(self.conn, entry)?;
            }
        }
        for (entry, _, hash) in self.tails.values() {
            // An entry that was here before can name it, where its sitting was left out then.
            if !self.named.contains(hash) && !rows::is_named_later(self.conn, *entry, &hex(hash))? {
                rows::add_loose_end(self.conn, *entry)?;
            }
        }
        Ok(())
    }

    /// What came hanging on what is erased goes with all that hangs on it in turn, and so do writes that came before it.
    fn take_out_late(&mut self, came: &[Nums]) -> Result<()> {
        if self.shun.is_empty() {
            return Ok(());
        }
        let came = |num| came.iter().any(|nums| nums.contains(num));
        let gone = erase::late(self.conn, std::mem::take(&mut self.late), came, &mut self.shun)?;
        if gone.is_empty() {
            return Ok(());
        }
        let touched = gone.into_iter().map(|(num, id)| Touched { num, id, fresh: false });
        fold(self.conn, &touched.collect::<Vec<_>>(), Index::Write)?;
        Ok(store::erase::unsweep(self.conn)?)
    }
}

/// A part without what it says.
fn without(part: &RawPart, state: &str) -> RawPart {
    RawPart { state: state.to_owned(), salt: None, body: None, blob: None, ..part.clone() }
}

/// Whether a body can make what has this id, written with this key.
fn is_made(body: &str, id: &str, key: &[u8; 32]) -> bool {
    serde_json::from_str::<Body>(body).is_ok_and(|body| makes(&body, id, key))
}

/// A blob of a file that is merged, as text; none where it is not UTF-8.
fn text_there(source: &Source, blob: i64) -> Result<Option<String>> {
    let (mut bytes, mut failed) = (Vec::new(), None);
    source.foreign.each_chunk(blob, |stored| {
        match rows::chunk_data(stored) {
            Ok(piece) => bytes.extend_from_slice(&piece),
            Err(error) => failed = Some(error),
        }
        failed.is_none()
    })?;
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(String::from_utf8(bytes).ok()),
    }
}

/// The word that a body begins with: what it makes, or `set`.
fn made(body: &str) -> Option<&str> {
    body.strip_prefix("{\"")?.split_once('"').map(|(word, _)| word)
}
