//! `hudna extract --again`

use super::super::args;
use super::super::failure::Failure;
use super::super::output::{Output, Progress};
use super::super::session::{self, Session};
use super::super::{import, lexicons, with};
use super::Args;
use crate::again::{Fate, How, Tried, extract_again};
use crate::import::Finder;
use crate::journal::{Casebook, Renewed};
use crate::locale::{self, Locale};
use crate::model::{Id, IdKind, Query};
use crate::{say, tell, told};
use serde::Serialize;
use std::collections::HashSet;
use std::sync::atomic::Ordering;

/// Claims read at once to find their documents.
const PAGE: usize = 500;

/// A document and how it fared, for programs.
#[derive(Serialize)]
struct Line<'a> {
    document: &'a Id,
    title: &'a str,
    extraction: &'a str,
    state: &'static str,
    #[serde(flatten)]
    renewed: Option<&'a Renewed>,
    error: Option<String>,
}

/// What came of all.
#[derive(Default)]
struct Sum {
    done: usize,
    same: usize,
    newer: usize,
    failed: usize,
}

/// Looks for claims again in documents of the casebook.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let program = args.with.program()?;
    let mut casebook = session.casebook()?;
    let documents = documents(args, &casebook)?;
    let rules = match program {
        None => Some(lexicons::extractor(session)?),
        Some(_) => None,
    };
    let stop = session::stop_on(session::TIDY)?;
    let finder = match (&program, &rules) {
        (Some(program), _) => Finder::Program(program, &stop),
        (None, Some(rules)) => Finder::Rules(rules),
        (None, None) => return Err(Failure::usage(say!("cli-no-extractor"))),
    };
    let (mut sum, mut broken) = (Sum::default(), None);
    let progress = Progress::new(documents.len() as u64);
    let left = extract_again(
        &mut casebook,
        &finder,
        &documents,
        How { keep: !args.dry_run, over: args.over },
        args.with.threads(),
        &mut |done, title| {
            progress.at(done as u64, title);
            !stop.load(Ordering::Relaxed)
        },
        &mut |tried| {
            sum.add(&tried.fate);
            broken = told_of(args, &tried, finder.version(), out).err();
            broken.is_none()
        },
    );
    drop(progress);
    match broken {
        Some(failure) => Err(failure),
        None => sum.told(args, left?, documents.len(), finder.version(), out),
    }
}

impl Sum {
    fn add(&mut self, fate: &Fate) {
        match fate {
            Fate::Done(_) => self.done += 1,
            Fate::Same => self.same += 1,
            Fate::Newer(_) => self.newer += 1,
            Fate::Failed(_) => self.failed += 1,
            Fate::Withdrawn => {}
        }
    }

    fn told(
        &self,
        args: &Args,
        left: usize,
        all: usize,
        version: &str,
        out: &mut Output,
    ) -> Result<(), Failure> {
        if self.same > 0 && self.same == all {
            out.note(&tell!("again-all-same", version = version));
        } else if self.same > 0 {
            out.note(&tell!("again-same", n = self.same, version = version));
        }
        if self.newer > 0 {
            out.note(&say!("again-newer", n = self.newer));
        }
        if args.dry_run && self.done > 0 {
            out.note(&say!("again-dry"));
        }
        if left > 0 {
            out.note(&say!("again-stopped", n = left));
        }
        if left == 0 && self.failed == 0 { Ok(()) } else { Err(Failure::told()) }
    }
}

fn told_of(args: &Args, tried: &Tried, version: &str, out: &mut Output) -> Result<(), Failure> {
    let document = &tried.document;
    if args.json {
        return out.json(&line(tried, version));
    }
    if !tried.said.is_empty() {
        out.note(&tell!("import-of", input = &document.title));
        with::said(out, &tried.said);
    }
    match &tried.fate {
        Fate::Done(renewed) => {
            let title = if document.title.is_empty() { "-" } else { &document.title };
            let (id, numbers) = (args::brief(&document.id), told::renewed(renewed));
            Ok(out.line(&tell!("again-done", id = id, numbers = numbers, title = title))?)
        }
        Fate::Withdrawn => {
            out.note(&tell!("again-withdrawn", id = document.id.as_str()));
            Ok(())
        }
        Fate::Failed(error) => {
            import::failed(out, document.id.as_str(), &error.to_string(), &error.hint());
            with::said(out, error.said());
            Ok(())
        }
        Fate::Same | Fate::Newer(_) => Ok(()),
    }
}

fn line<'a>(tried: &'a Tried, version: &'a str) -> Line<'a> {
    let (mut renewed, mut error) = (None, None);
    let state = match &tried.fate {
        Fate::Done(it) => {
            renewed = Some(it.as_ref());
            "done"
        }
        Fate::Same => "same",
        Fate::Newer(_) => "newer",
        Fate::Withdrawn => "withdrawn",
        Fate::Failed(it) => {
            error = Some(locale::within(Locale::default(), || it.to_string()));
            "failed"
        }
    };
    Line {
        document: &tried.document.id,
        title: &tried.document.title,
        extraction: version,
        state,
        renewed,
        error,
    }
}

/// The documents that are meant: by id, by a query, or all.
fn documents(args: &Args, casebook: &Casebook) -> Result<Vec<Id>, Failure> {
    let all = || {
        let documents = casebook.documents()?;
        Ok::<Vec<Id>, Failure>(
            documents.into_iter().filter(|d| d.withdrawn.is_empty()).map(|d| d.id).collect(),
        )
    };
    if args.all {
        return all();
    }
    if args.inputs.iter().all(|given| is_id(given)) {
        let mut seen = HashSet::new();
        let ids = args.inputs.iter().map(|given| session::document(casebook, given));
        let ids = ids.collect::<Result<Vec<Id>, Failure>>()?;
        return Ok(ids.into_iter().filter(|id| seen.insert(id.clone())).collect());
    }
    let query = Query::parse(&args.inputs.join(" "))?;
    // Documents that are named have perhaps no claims yet.
    if query == (Query { doc: query.doc.clone(), order: query.order, ..Query::default() }) {
        let named = |id: &Id| query.doc.iter().any(|prefix| id.as_str().starts_with(prefix.as_str()));
        return found(all()?.into_iter().filter(named).collect());
    }
    let (mut ids, mut seen) = (Vec::new(), HashSet::new());
    let mut page = casebook.claims_after(&query, None, PAGE)?;
    loop {
        ids.extend(page.iter().filter_map(|c| c.document.clone()).filter(|id| seen.insert(id.clone())));
        match page.last() {
            Some(last) if page.len() == PAGE => page = casebook.claims_after(&query, Some(&last.id), PAGE)?,
            _ => return found(ids),
        }
    }
}

fn found(ids: Vec<Id>) -> Result<Vec<Id>, Failure> {
    if ids.is_empty() {
        return Err(Failure::failed(say!("documents-none-fits")).hint(say!("documents-none-fits-hint")));
    }
    Ok(ids)
}

fn is_id(given: &str) -> bool {
    let digits = given.trim().strip_prefix(IdKind::Document.letter());
    digits.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_hexdigit()))
}
