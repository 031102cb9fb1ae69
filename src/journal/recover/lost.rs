//! What could not be taken over: in ranges for people, and all that can still be read of it in a file beside.

use super::super::entry::{Hash, commitment, hex};
use super::super::signed::verifies;
use super::super::{CasebookError, Result};
use super::{LostEntries, MOST_TOLD};
use crate::store::create_own;
use crate::store::foreign::RawPart;
use crate::store::salvage::{FoundEntry, Stage};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// What is lost of entries.
#[derive(Debug, Default)]
pub struct Lost {
    /// How many, as far as anything in the file still speaks of them.
    pub entries: u64,
    /// Those whose sitting is known, in ranges; the first of them.
    pub told: Vec<LostEntries>,
}

/// Finds what is lost of each sitting.
pub fn find(stage: &Stage) -> Result<Lost> {
    let (mut lost, mut last, mut in_ranges) = (Lost::default(), i64::MIN, 0u64);
    loop {
        let page = stage.lost_sittings(last)?;
        let Some((end, ..)) = page.last() else { break };
        last = *end;
        for (num, id, told) in page {
            let kept = stage.kept_of(id.as_ref(), num)?;
            let from = kept.map_or(0, |(seq, _)| seq);
            let (readable, _, highest) = stage.lost_of(num, from)?;
            let to = told.unwrap_or(0).max(highest.unwrap_or(0));
            if to <= from {
                continue;
            }
            let sitting = id.or(kept.map(|(_, id)| id)).map(|id| hex(&id)).unwrap_or_default();
            let readable = u64::try_from(readable).unwrap_or_default();
            let (first, end) = (u64::try_from(from + 1).unwrap_or(1), u64::try_from(to).unwrap_or(1));
            in_ranges = in_ranges.saturating_add(end - first + 1);
            if lost.told.len() < MOST_TOLD {
                lost.told.push(LostEntries { sitting, from: first, to: end, readable });
            }
        }
    }
    lost.entries = in_ranges.max(stage.lost_numbers()?.try_into().unwrap_or(0));
    Ok(lost)
}

/// What can be read and has no place in the new casebook, one JSON object a line.
pub struct Lines {
    out: BufWriter<File>,
    path: PathBuf,
    count: u64,
}

impl Lines {
    /// Begins a new file.
    pub fn create(path: &Path) -> Result<Lines> {
        let file =
            create_own(path).map_err(|source| CasebookError::File { path: path.to_owned(), source })?;
        Ok(Lines { out: BufWriter::new(file), path: path.to_owned(), count: 0 })
    }

    /// Writes entries that are not taken over, and parts whose entry cannot be read.
    pub fn write(&mut self, stage: &Stage) -> Result<()> {
        let mut last = 0;
        loop {
            let page = stage.lost_entries(last)?;
            let Some(end) = page.last() else { break };
            last = end.id;
            for found in page {
                self.line(&entry(stage, found)?)?;
            }
        }
        last = 0;
        loop {
            let page = stage.orphans(last)?;
            let Some(end) = page.last() else { return Ok(()) };
            last = end.id;
            for orphan in page {
                self.line(&json!({ "part_of_lost_entry": orphan.entry, "part": part(&orphan.part) }))?;
            }
        }
    }

    /// Writes what stands in the place of a part that is withheld now.
    pub fn altered(&mut self, sitting: &Hash, seq: u64, found: &RawPart) -> Result<()> {
        self.line(&json!({ "sitting": hex(sitting), "entry": seq, "part": part(found) }))
    }

    fn line(&mut self, value: &Value) -> Result<()> {
        self.count += 1;
        let line = value.to_string();
        let written = writeln!(self.out, "{}", crate::text::escape_json(&line));
        written.map_err(|source| CasebookError::File { path: self.path.clone(), source })
    }

    /// Ends the file; how many lines it has.
    pub fn end(self) -> Result<u64> {
        let path = self.path;
        let ended = self.out.into_inner().map_err(|e| e.into_error()).and_then(|file| file.sync_all());
        ended.map_err(|source| CasebookError::File { path, source })?;
        Ok(self.count)
    }
}

fn entry(stage: &Stage, found: FoundEntry) -> Result<Value> {
    let parts = stage.parts(found.num)?;
    // What was erased is not read off an older page.
    let erased = |n| parts.iter().any(|part| part.n == n && part.state == "erased");
    let parts: Vec<Value> =
        parts.iter().filter(|part| part.state == "erased" || !erased(part.n)).map(self::part).collect();
    let header: Value = serde_json::from_str(&found.header).unwrap_or_else(|_| found.header.clone().into());
    let whole = found.made == Some(found.stored);
    let signature = found.signature.map(|signature| hex(&signature));
    let signed = signed(&found, &header);
    Ok(json!({
        "header": header,
        "header_text": found.header,
        "hash": hex(&found.stored),
        "proves_itself": whole,
        "signature": signature,
        "signature_fits_its_own_key": signed,
        "parts": parts,
    }))
}

/// Whether its signature fits, where the entry itself names the key.
fn signed(found: &FoundEntry, header: &Value) -> Option<bool> {
    let key: Hash = super::super::entry::unhex(header.pointer("/opens/key")?.as_str()?)?;
    Some(verifies(&key, &found.made?, &found.signature?))
}

fn part(part: &RawPart) -> Value {
    let fits = match (&part.salt, &part.body) {
        (Some(salt), Some(body)) => Some(commitment(salt, body.as_bytes()) == part.commitment),
        _ => None,
    };
    let body = part.body.as_deref().map(|body| serde_json::from_str(body).unwrap_or_else(|_| body.into()));
    json!({
        "n": part.n,
        "subject": part.subject,
        "state": part.state,
        "body": body.unwrap_or(Value::Null),
        "body_text": part.body,
        "fits_its_commitment": fits,
        "commitment": hex(&part.commitment),
        "salt": part.salt.map(|salt| hex(&salt)),
    })
}
