//! The hudna program: hands its arguments to the command line and ends with its exit code.

use std::io::Write;
use std::panic::{self, PanicHookInfo};
use std::process::ExitCode;

fn main() -> ExitCode {
    panic::set_hook(Box::new(say_where));
    let code = panic::catch_unwind(|| hudna::cli::run(std::env::args_os()));
    ExitCode::from(code.unwrap_or(1))
}

/// A panic's message may quote what is in the casebook, so only the place in the program is told.
fn say_where(panic: &PanicHookInfo<'_>) {
    let place =
        panic.location().map(|at| format!(" at {}:{}", short(at.file()), at.line())).unwrap_or_default();
    let _ = writeln!(
        std::io::stderr(),
        "error: a fault in hudna itself{place}\nhint: What was saved is safe. Please report this line; it holds nothing of your casebook."
    );
}

/// The end of a source file's path: its beginning tells where the program was built.
fn short(path: &str) -> String {
    let parts: Vec<&str> = path.rsplit(['/', '\\']).take(4).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("/")
}
