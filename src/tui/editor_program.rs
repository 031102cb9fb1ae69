//! A field's text in the person's own editor: a file that only they can read, gone afterwards.

use crate::say;
use std::io::{self, Read, Write};
use std::process::Command;
use std::time::Duration;

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Edited {
    /// The text as it is now.
    Text(String),
    /// The editor failed or the text cannot be read; why.
    Failed(String),
    /// It was stopped, because the program is to end.
    Stopped,
}

/// Has a text edited; `stop` tells that the program is to end.
pub fn edit(text: &str, stop: impl Fn() -> bool) -> Edited {
    match try_edit(text, &stop) {
        Ok(edited) => edited,
        Err(error) => Edited::Failed(error.to_string()),
    }
}

fn editor() -> String {
    let set = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".into())
}

fn try_edit(text: &str, stop: &dyn Fn() -> bool) -> io::Result<Edited> {
    // A folder of its own, so that what the editor leaves beside the file goes with it.
    let mut builder = tempfile::Builder::new();
    builder.prefix("hudna-");
    let folder = match std::env::var_os("XDG_RUNTIME_DIR") {
        // In memory where there is such a place.
        Some(place) if std::path::Path::new(&place).is_dir() => builder.tempdir_in(place),
        _ => builder.tempdir(),
    }?;
    owner_only(folder.path())?;
    let mut file = tempfile::Builder::new().prefix("text-").suffix(".txt").tempfile_in(folder.path())?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    let path = file.into_temp_path();
    let program = editor();
    // As git does it: the setting may hold arguments.
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(format!("exec {program} \"$@\""))
        .arg(&program)
        .arg(&path)
        .spawn()?;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if stop() {
            let _ = child.kill();
            let _ = child.wait();
            return Ok(Edited::Stopped);
        }
        std::thread::sleep(Duration::from_millis(30));
    };
    if !status.success() {
        let status = status.to_string();
        return Ok(Edited::Failed(say!("tui-editor-failed", program = &program, status = status)));
    }
    let mut bytes = Vec::new();
    std::fs::File::open(&path)?.read_to_end(&mut bytes)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Edited::Text(text.strip_suffix('\n').unwrap_or(&text).to_owned())),
        Err(_) => Ok(Edited::Failed(say!("tui-editor-not-utf8"))),
    }
}

#[cfg(unix)]
fn owner_only(folder: &std::path::Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn owner_only(_: &std::path::Path) -> io::Result<()> {
    Ok(())
}
