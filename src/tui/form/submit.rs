//! What a filled-in form does.

use super::{Form, Purpose};
use crate::journal;
use crate::model::{ClaimEdit, Field, Grade, Id, NewClaim, NewEvidence, Status};
use crate::people::Word;
use crate::say;
use crate::tui::app::{App, sentence};
use crate::tui::desk::{Export, KeyOf, MergeFile, ShareFile, Write};
use crate::tui::layer::{Layer, Merging, Sharing};
use std::path::{Path, PathBuf};

/// What is wrong with a form: which field, and why.
type Complaint = (&'static str, String);

/// Does what the form is for, or says in the form what is missing. True if the form is done with.
pub fn submit(app: &mut App, form: &mut Form) -> bool {
    let write = match &form.purpose {
        Purpose::Export => return export(app, form),
        Purpose::Find => return find(app, form),
        Purpose::Merge => return merge(app, form),
        Purpose::Share => return share(app, form),
        Purpose::Edit(_) if !form.is_changed() => return true,
        _ => write(form),
    };
    match write {
        Ok(write) => {
            form.waiting = true;
            form.notice = None;
            app.write(write);
        }
        Err((field, words)) => form.complain(field, words),
    }
    false
}

fn write(form: &Form) -> Result<Write, Complaint> {
    Ok(match &form.purpose {
        Purpose::Edit(seen) => Write::Edit { seen: seen.clone(), edit: Box::new(claim_edit(form)) },
        Purpose::Add(anchor) => Write::Add(Box::new(new_claim(form, anchor.clone())?)),
        Purpose::Dismiss(id) => {
            Write::Dismiss(id.clone(), needed(form, "why", say!("tui-need-why-dismiss"))?)
        }
        Purpose::Evidence(id) => Write::Evidence(id.clone(), Box::new(new_evidence(form)?)),
        Purpose::WithdrawEvidence(id) => {
            Write::WithdrawEvidence(id.clone(), needed(form, "why", say!("tui-need-why"))?)
        }
        Purpose::WithdrawVerdict(id) => {
            Write::WithdrawVerdict(id.clone(), needed(form, "why", say!("tui-need-why"))?)
        }
        Purpose::Verdict(claim) => Write::Verdict {
            claim: claim.clone(),
            rating: needed(form, "verdict", say!("tui-need-rating"))?,
            why: needed(form, "why", say!("tui-need-reasons"))?,
            blind: form.value("given") == "blind",
        },
        Purpose::Resolve(seen) => {
            let value = form.value("value");
            if let Ok(field) = seen.field.parse::<Field>() {
                field.value(&value).map_err(|why| ("value", why.to_string()))?;
            }
            Write::ResolveWith { seen: seen.clone(), value }
        }
        Purpose::Comment(id) => {
            Write::Comment(id.clone(), needed(form, "comment", say!("tui-need-comment"))?)
        }
        Purpose::Name => {
            Write::Name(form.value("name").trim().to_owned(), form.value("contact").trim().to_owned())
        }
        Purpose::Trust(of) => trust(form, of)?,
        Purpose::Erase(what) => {
            typed(form, what)?;
            let why = needed(form, "why", say!("tui-need-why-erase"))?;
            Write::Erase { what: what.clone(), overlapping: form.value("sharing") == "erase", why }
        }
        Purpose::Erasure(what) if form.value("decision") == "refuse" => {
            Write::RefuseErasure(what.clone(), needed(form, "why", say!("tui-need-why-refuse"))?)
        }
        Purpose::Erasure(what) => {
            needed(form, "decision", say!("tui-need-decision"))?;
            typed(form, what)?;
            Write::ConfirmErasure(what.clone())
        }
        Purpose::Export | Purpose::Find | Purpose::Merge | Purpose::Share => return Err(("", String::new())),
    })
}

fn trust(form: &Form, of: &KeyOf) -> Result<Write, Complaint> {
    let word = match (needed(form, "decision", say!("tui-need-word"))?.as_str(), &of.no_trust) {
        ("trust", Some((why, hint))) => {
            return Err(("decision", format!("{} {hint}", sentence(why))));
        }
        ("trust", None) => Word::Trust,
        ("distrust", _) => Word::Distrust,
        _ => Word::Forget,
    };
    Ok(Write::OfKey(Box::new(of.key.clone()), word, form.value("note").trim().to_owned()))
}

fn needed(form: &Form, field: &'static str, words: String) -> Result<String, Complaint> {
    let value = form.value(field).trim().to_owned();
    if value.is_empty() { Err((field, words)) } else { Ok(value) }
}

/// What cannot be undone wants its whole id typed.
fn typed(form: &Form, id: &Id) -> Result<(), Complaint> {
    match form.value("id").trim() == id.as_str() {
        true => Ok(()),
        false => Err(("id", say!("tui-need-id", id = id.as_str()))),
    }
}

/// The changed fields only.
fn claim_edit(form: &Form) -> ClaimEdit {
    ClaimEdit {
        span: None,
        text: form.changed("text"),
        speaker: form.changed("speaker"),
        role: form.changed("role"),
        cue: form.changed("cue"),
        via: None,
        quote: form.changed("quote").and_then(|code| code.parse().ok()),
        polarity: form.changed("polarity").and_then(|code| code.parse().ok()),
        kind: form.changed("kind").and_then(|code| code.parse().ok()),
        said_at: form.changed("said at"),
        translation: form.changed("translation"),
        language: None,
        url: form.changed("address"),
        status: form.changed("status").and_then(|code| code.parse::<Status>().ok()),
    }
}

fn new_claim(form: &Form, anchor: Option<(Id, usize, usize)>) -> Result<NewClaim, Complaint> {
    let new = NewClaim::default();
    let text = match &anchor {
        None => needed(form, "text", say!("tui-need-text"))?,
        Some(_) => String::new(),
    };
    let value = |name| form.value(name).trim().to_owned();
    Ok(NewClaim {
        anchor,
        text,
        speaker: value("speaker"),
        role: value("role"),
        cue: value("cue"),
        quote: value("quote").parse().unwrap_or(new.quote),
        polarity: value("polarity").parse().unwrap_or(new.polarity),
        kind: value("kind").parse().unwrap_or(new.kind),
        said_at: value("said at"),
        url: value("address"),
        translation: value("translation"),
        language: String::new(),
    })
}

fn new_evidence(form: &Form) -> Result<NewEvidence, Complaint> {
    let stance = needed(form, "stance", say!("tui-need-stance"))?;
    let stance = stance.parse().map_err(|_| ("stance", say!("tui-need-listed")))?;
    let mut new = NewEvidence {
        url: form.value("origin").trim().to_owned(),
        quotation: String::new(),
        file: None,
        stance,
        grade: grade(form)?,
        note: form.value("note").trim().to_owned(),
    };
    let value = form.value("value").trim().to_owned();
    match form.value("evidence").as_str() {
        "file" => new.file = Some(readable(&value)?),
        "quotation" if value.is_empty() => return Err(("value", say!("tui-need-quotation"))),
        "quotation" => new.quotation = value,
        _ if value.is_empty() => return Err(("value", say!("tui-need-address"))),
        _ if value.contains(char::is_whitespace) => {
            return Err(("value", say!("tui-need-no-blanks")));
        }
        _ => new.url = value,
    }
    Ok(new)
}

fn grade(form: &Form) -> Result<Option<Grade>, Complaint> {
    let (source, information) = (form.value("source"), form.value("information"));
    match (source.is_empty(), information.is_empty()) {
        (true, true) => Ok(None),
        (true, false) => Err(("source", say!("tui-need-source"))),
        (false, true) => Err(("information", say!("tui-need-information"))),
        (false, false) => {
            format!("{source}{information}").parse().map(Some).map_err(|_| ("source", say!("tui-need-grade")))
        }
    }
}

/// A path as typed or pasted, of a file that can be read.
fn readable(given: &str) -> Result<PathBuf, Complaint> {
    let path = expand(given);
    if given.is_empty() {
        return Err(("value", say!("tui-need-path")));
    }
    match std::fs::metadata(&path) {
        Ok(data) if data.is_file() => Ok(path),
        Ok(_) => Err(("value", say!("tui-need-a-file", place = path.display()))),
        Err(error) => Err(("value", format!("{}: {error}", path.display()))),
    }
}

/// `~` as the home folder, quotation marks and `file://` (as file managers paste them) taken off.
pub fn expand(given: &str) -> PathBuf {
    let given = given.trim().trim_matches(['\'', '"']);
    let given = given.strip_prefix("file://").unwrap_or(given);
    let home = directories::UserDirs::new();
    match (given.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.home_dir().join(rest),
        _ => PathBuf::from(given),
    }
}

fn export(app: &mut App, form: &mut Form) -> bool {
    let typed = form.value("file");
    let (format, mut path) = (form.value("format"), expand(&typed));
    if typed.trim().is_empty() || path.is_dir() {
        form.complain("file", say!("tui-need-file-name"));
        return false;
    }
    if path.extension().is_none() {
        path.set_extension(&format);
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        form.complain("file", say!("tui-need-folder", place = folder.display()));
        return false;
    }
    if path.exists() && !form.insist {
        form.complain("file", say!("tui-need-replace", place = path.display()));
        form.insist = true;
        return false;
    }
    let only = (form.value("claims") == "one").then(|| app.claim().map(|c| c.id.clone())).flatten();
    let query_text = app.filter.editor.text().to_owned();
    let export =
        Export { query: app.list.query().clone(), query_text, only, format, path, replace: form.insist };
    app.export(export);
    true
}

fn merge(app: &mut App, form: &mut Form) -> bool {
    let typed = form.value("file").trim().to_owned();
    let path = expand(&typed);
    match std::fs::metadata(&path) {
        _ if typed.is_empty() => form.complain("file", say!("tui-need-casebook")),
        Ok(data) if data.is_file() => {
            let file = MergeFile { path, typed, other_case: form.value("entries") == "yes" };
            app.layers.push(Layer::Merge(Merging::new(file.clone())));
            app.merge(file);
            return true;
        }
        Ok(_) => form.complain("file", say!("tui-need-a-file", place = path.display())),
        Err(error) => form.complain("file", format!("{}: {error}", path.display())),
    }
    false
}

fn share(app: &mut App, form: &mut Form) -> bool {
    let typed = form.value("file").trim().to_owned();
    let path = expand(&typed);
    if typed.is_empty() || path.is_dir() {
        form.complain("file", say!("tui-need-file-name"));
        return false;
    }
    if let Err(refused) = journal::is_free(&path) {
        form.complain("file", format!("{} {}", sentence(&refused.to_string()), say!("tui-need-other-name")));
        return false;
    }
    let part = form.value("claims") == "part";
    let file = ShareFile {
        path,
        typed,
        query: part.then(|| app.list.query().clone()),
        query_text: app.filter.editor.text().to_owned(),
    };
    app.layers.push(Layer::Share(Box::new(Sharing::new(file.clone()))));
    app.share(file);
    true
}

/// The longest beginning that all files have whose path begins so, a folder with its slash.
pub fn completed(typed: &str) -> String {
    let (folder, begun) = typed.rsplit_once('/').map_or(("", typed), |(folder, begun)| (folder, begun));
    let place = match (typed.contains('/'), folder) {
        (false, _) => PathBuf::from("."),
        (true, "") => PathBuf::from("/"),
        (true, folder) => expand(&format!("{folder}/")),
    };
    let Ok(entries) = std::fs::read_dir(place) else { return typed.to_owned() };
    let names = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let hidden = name.starts_with('.') && !begun.starts_with('.');
        let slash = if entry.path().is_dir() { "/" } else { "" };
        (name.starts_with(begun) && !hidden).then(|| name + slash)
    });
    let common = names.reduce(|a, b| {
        let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
        same.map(|(c, _)| c).collect()
    });
    match (common, typed.contains('/')) {
        (Some(name), true) => format!("{folder}/{name}"),
        (Some(name), false) => name,
        (None, _) => typed.to_owned(),
    }
}

fn find(app: &mut App, form: &mut Form) -> bool {
    let words = form.value("words");
    if words.is_empty() {
        return true;
    }
    let found = app.document.as_mut().is_some_and(|d| d.find(&words));
    if !found {
        form.complain("words", say!("tui-find-none"));
    }
    found
}
