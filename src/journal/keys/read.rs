//! What a casebook knows of keys.

use super::super::casebook::Casebook;
use super::super::entry::{Body, unhex};
use super::super::fold::Touched;
use super::super::folded::Folded;
use super::super::keyring::public_line;
use super::super::{Result, clock};
use super::fate::{Fate, Said, fates};
use crate::model::{Change, Checker, ClaimFile, Id, KeyEnd, KeyState};
use crate::store::{self, Connection};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

impl Casebook {
    /// Every key that wrote here or of which something was said, and what stands of each.
    pub fn keys(&self) -> Result<Vec<KeyState>> {
        Ok(states(&self.conn)?)
    }

    /// Names those of a claim's file who gave no name, and are the same person as one who did.
    pub(in super::super) fn name_linked(&self, file: &mut ClaimFile) -> Result<()> {
        let of_evidence = file.evidence.iter_mut().map(|it| (&it.checker, &mut it.checker_name));
        let of_verdicts = file.verdicts.iter_mut().map(|it| (&it.checker, &mut it.checker_name));
        let of_comments = file.comments.iter_mut().map(|it| (&it.checker, &mut it.checker_name));
        let mut unnamed = of_evidence
            .chain(of_verdicts)
            .chain(of_comments)
            .filter(|(id, name)| id.as_str() == name.as_str())
            .peekable();
        if unnamed.peek().is_some() {
            let names = names(&self.conn)?;
            unnamed.for_each(|(id, name)| *name = store::checker::name_of(&names, id));
        }
        Ok(())
    }

    /// How the key on this machine came to its end, if it did: what it writes from then on is marked for everybody.
    pub fn my_end(&self) -> Result<Option<KeyEnd>> {
        let Some(signer) = self.keyring().load()? else { return Ok(None) };
        let fates = fates(&said(&self.conn)?);
        let mine = state(&signer.checker(), &signer.public(), &fates, &BTreeMap::new());
        Ok(mine.ends.into_iter().next())
    }

    /// The clock after which entries of a checker are not to be believed, for those whose key has ended.
    pub(in super::super) fn ended(&self) -> Result<HashMap<Id, i64>> {
        Ok(ended(&self.conn)?)
    }
}

/// The same by a connection.
pub fn ended(conn: &Connection) -> store::Result<HashMap<Id, i64>> {
    Ok(fates(&said(conn)?).into_iter().filter_map(|(id, fate)| Some((id, fate.ended()?))).collect())
}

/// Marks what hangs on a claim where its history says that it is dated after its key's end.
pub fn mark_after_end(file: &mut ClaimFile) {
    let made_late = |change: &&Change| change.after_end && change.field.is_empty();
    let late: HashSet<String> = file.history.iter().filter(made_late).map(|c| c.subject.clone()).collect();
    if late.is_empty() {
        return;
    }
    file.evidence.iter_mut().for_each(|it| it.after_end = late.contains(it.id.as_str()));
    file.verdicts.iter_mut().for_each(|it| it.after_end = late.contains(it.id.as_str()));
    file.comments.iter_mut().for_each(|it| it.after_end = late.contains(it.id.as_str()));
}

/// All that was said of keys; what cannot be read or names another key than it is said of is passed over.
pub fn said(conn: &Connection) -> store::Result<Vec<Said>> {
    let rows = store::checker::key_words(conn)?;
    let read = |(about, body, at, hash, n, signer): store::checker::KeyWordRow| {
        let (about, signer): (Id, Id) = (about.parse().ok()?, signer.parse().ok()?);
        let Ok(Body::Key(word)) = serde_json::from_str(&body) else { return None };
        let names_it = unhex(&word.key).is_some_and(|key| Id::of_checker(&key) == about);
        names_it.then_some(Said { place: (at, hash, n), signer, about, word })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The local number of the key that stands for a person, by each other key of theirs: of all, that with the least id.
pub fn persons(conn: &Connection) -> store::Result<HashMap<Id, i64>> {
    let mut persons = HashMap::new();
    for (id, fate) in fates(&said(conn)?) {
        if let Some(least) = fate.same.first().filter(|least| **least < id)
            && let Some(num) = store::journal::subject(conn, least.as_str())?
        {
            persons.insert(id, num);
        }
    }
    Ok(persons)
}

/// Notes of every checker which key stands for their person; where that changes, their verdicts are looked at again.
pub fn refresh(conn: &Connection, standing: &mut BTreeSet<i64>) -> store::Result<()> {
    let persons = persons(conn)?;
    for (num, id, known) in store::checker::persons(conn)? {
        let person = persons.get(&id).copied().unwrap_or(num);
        if person != known {
            store::checker::set_person(conn, num, person)?;
            standing.extend(store::verdict::claims_by(conn, num)?);
        }
    }
    Ok(())
}

/// Everyone who wrote, as [`store::checker::all`] gives them; who gave no name has that of a key of the same person.
pub fn names(conn: &Connection) -> store::Result<Vec<(Checker, [u8; 32])>> {
    let mut all = store::checker::all(conn)?;
    if all.iter().all(|(checker, _)| !checker.name.is_empty()) {
        return Ok(all);
    }
    let fates = fates(&said(conn)?);
    let given: BTreeMap<Id, String> = all.iter().map(|(c, _)| (c.id.clone(), c.name.clone())).collect();
    for (checker, _) in all.iter_mut().filter(|(checker, _)| checker.name.is_empty()) {
        if !is_erased(conn, &checker.id) {
            checker.name = borrowed(fates.get(&checker.id), &given);
        }
    }
    Ok(all)
}

/// The name that a key of the same person wrote under: of several, that of the key whose id is least.
fn borrowed(fate: Option<&Fate>, given: &BTreeMap<Id, String>) -> String {
    let others = fate.into_iter().flat_map(|fate| &fate.same);
    others.filter_map(|id| given.get(id)).find(|name| !name.is_empty()).cloned().unwrap_or_default()
}

/// Whether name and contact were erased: then no other key's name stands in their place. A file of an older format
/// knows of no erasures.
fn is_erased(conn: &Connection, id: &Id) -> bool {
    let num = store::journal::subject(conn, id.as_str()).ok().flatten();
    num.is_some_and(|num| store::erase::is_erased(conn, num).is_ok_and(|erased| erased.is_some()))
}

/// What stands of every key, by the journal alone: the tables folded from it are not looked at.
pub fn states(conn: &Connection) -> store::Result<Vec<KeyState>> {
    let said = said(conn)?;
    let fates = fates(&said);
    let written = store::checker::written(conn)?;
    let mut given = BTreeMap::new();
    for w in &written {
        let parts = store::journal::parts_of_subject(conn, &mut store::journal::Entries::default(), w.num)?;
        let subject = Touched { num: w.num, id: w.id.to_string(), fresh: false };
        given.insert(w.id.clone(), Folded::of(&subject, parts).text("name"));
    }
    let mut states = Vec::new();
    for w in &written {
        let mut state = state(&w.id, &w.key, &fates, &given);
        state.first_entry = Some(clock::time(w.first));
        state.entries = w.entries;
        if is_erased(conn, &w.id) {
            state.name.clear();
        }
        if let Some(ended) = fates.get(&w.id).and_then(Fate::ended) {
            state.after_end = store::checker::entries_after(conn, w.num, ended)?;
        }
        states.push(state);
    }
    // Keys that others spoke of and that wrote nothing here yet.
    let silent: BTreeMap<&Id, [u8; 32]> = said
        .iter()
        .filter(|s| !given.contains_key(&s.about))
        .filter_map(|s| Some((&s.about, unhex(&s.word.key)?)))
        .collect();
    states.extend(silent.into_iter().map(|(id, key)| state(id, &key, &fates, &given)));
    Ok(states)
}

/// Notes of each checker how their key ended, and who reported it lost.
pub fn mark_ends(conn: &Connection, checkers: &mut [Checker]) -> store::Result<()> {
    let mut fates = fates(&said(conn)?);
    for checker in checkers {
        if let Some(fate) = fates.remove(&checker.id) {
            checker.ends = ends(&fate);
            checker.reported_lost = fate.reported_lost.into_iter().collect();
        }
    }
    Ok(())
}

fn ends(fate: &Fate) -> Vec<KeyEnd> {
    let end = |end: &super::fate::End| KeyEnd {
        how: end.how(),
        from: clock::time(end.from),
        by: end.by.clone(),
        confirmed: end.successor.as_ref().is_some_and(|next| fate.same.contains(next)),
        successor: end.successor.clone(),
        why: end.why.clone(),
    };
    fate.ends.iter().map(end).collect()
}

fn state(id: &Id, key: &[u8; 32], fates: &BTreeMap<Id, Fate>, given: &BTreeMap<Id, String>) -> KeyState {
    let fate = fates.get(id).cloned().unwrap_or_default();
    let own = given.get(id).filter(|name| !name.is_empty()).cloned();
    let (key, fingerprint) = public_line(key);
    KeyState {
        checker: id.clone(),
        name: own.unwrap_or_else(|| borrowed(Some(&fate), given)),
        fingerprint,
        key,
        first_entry: None,
        entries: 0,
        ends: ends(&fate),
        same: fate.same.iter().cloned().collect(),
        offers: fate.offers.iter().cloned().collect(),
        reported_lost: fate.reported_lost.iter().cloned().collect(),
        after_end: 0,
    }
}

/// The keys of the person whose key this is, itself included.
pub fn same_person(conn: &Connection, id: &Id) -> store::Result<BTreeSet<Id>> {
    let mut same = fates(&said(conn)?).remove(id).map(|fate| fate.same).unwrap_or_default();
    same.insert(id.clone());
    Ok(same)
}
