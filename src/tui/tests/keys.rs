//! The page of keys in the documentation is the table of commands.

use crate::tui::command;
use std::fmt::Write as _;
use std::path::Path;

/// The page, made from the table.
fn page() -> String {
    let mut page = String::from(
        "# Keys of the workbench\n\nMade from the table of commands: `HUDNA_WRITE_DOCS=1 cargo test --lib tui::tests::keys` writes it anew.\n\
         Every letter also works with the keyboard in its Arabic layout; `:` finds a command by its name.\n",
    );
    let mut group = String::new();
    for command in command::all() {
        if (command.group)() != group {
            group = (command.group)();
            write!(page, "\n## {group}\n\n| keys | what it does | name |\n|---|---|---|\n").unwrap();
        }
        let keys = command.keys_shown().replace('|', "\\|");
        writeln!(page, "| {keys} | {} | `{}` |", (command.doc)(), command.name).unwrap();
    }
    page
}

#[test]
fn the_page_of_keys_says_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/keys.md");
    if std::env::var_os("HUDNA_WRITE_DOCS").is_some() {
        std::fs::write(&path, page()).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(
        written.replace("\r\n", "\n") == page(),
        "docs/keys.md is old: HUDNA_WRITE_DOCS=1 cargo test --lib keys"
    );
}
