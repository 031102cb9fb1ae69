//! Whether a signal was ignored when the program started, as `nohup` has it.

/// Whether this signal was ignored at the start. Where the system does not tell: whether the terminal's loss should
/// not matter, since nothing is written to one.
#[cfg(unix)]
pub fn is_ignored(signal: i32) -> bool {
    let hangup = signal == signal_hook::consts::SIGHUP;
    match std::fs::read_to_string("/proc/self/status").ok().and_then(|status| ignored(&status, signal)) {
        Some(ignored) => ignored,
        None => hangup && !(is_terminal(&std::io::stdout()) || is_terminal(&std::io::stderr())),
    }
}

#[cfg(not(unix))]
pub fn is_ignored(_: i32) -> bool {
    false
}

#[cfg(unix)]
fn is_terminal(stream: &impl std::io::IsTerminal) -> bool {
    stream.is_terminal()
}

/// What Linux says of a process: the lowest bit of `SigIgn` is signal 1.
#[cfg(unix)]
fn ignored(status: &str, signal: i32) -> Option<bool> {
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"))?;
    let mask = u64::from_str_radix(mask.trim(), 16).ok()?;
    let bit = u32::try_from(signal).ok()?.checked_sub(1)?;
    Some(mask.checked_shr(bit)? & 1 == 1)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_mask_of_ignored_signals_is_read() {
        let status =
            "Name:\thudna\nSigBlk:\t0000000000000002\nSigIgn:\t0000000000001001\nSigCgt:\t0000000000000000\n";
        assert_eq!(ignored(status, 1), Some(true));
        assert_eq!(ignored(status, 2), Some(false));
        assert_eq!(ignored(status, 13), Some(true));
        assert_eq!(ignored(status, 0), None);
        assert_eq!(ignored("Name:\thudna\n", 1), None);
    }
}
