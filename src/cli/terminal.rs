//! What a person must know of their terminal, where hudna cannot do by itself what would make it right.

use crate::bidi::{Host, Mode};

/// What to do inside tmux or screen, which let no sequence through to the terminal around them; nothing where that
/// needs none, where nothing is known of it, or where the mode was said.
pub fn hint(said: Option<Mode>, env: impl Fn(&str) -> Option<String>) -> Option<String> {
    if said.is_some() || Host::of(&env) != Host::Multiplexer {
        return None;
    }
    let told_before = |sequence: &str| Some(crate::say!("multiplexer-before", command = sequence));
    match Host::outermost(&env) {
        Host::Vte | Host::Mintty => told_before("printf '\\e[8l'"),
        Host::Mlterm => told_before("printf '\\e]5379;use_ctl=false\\a'"),
        host @ (Host::Konsole | Host::Apple | Host::Kitty) => {
            Some(crate::say!("multiplexer-mode", mode = host.mode().word()))
        }
        Host::Cells | Host::Multiplexer => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(said: Option<Mode>, variables: &[(&str, &str)]) -> Option<String> {
        hint(said, |name| variables.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn only_what_a_multiplexer_keeps_back_is_told() {
        let vte = [("TMUX", "/tmp/t"), ("VTE_VERSION", "7006")];
        assert!(said(None, &vte).unwrap().contains("printf '\\e[8l'"));
        assert!(said(None, &[("STY", "1.x"), ("KONSOLE_VERSION", "2")]).unwrap().contains("bidi terminal"));
        assert!(said(None, &[("TMUX", "x"), ("KITTY_WINDOW_ID", "1")]).unwrap().contains("bidi words"));
        assert!(said(None, &[("TMUX", "x"), ("MLTERM", "3")]).unwrap().contains("use_ctl=false"));
        assert_eq!(said(Some(Mode::App), &vte), None);
        assert_eq!(said(None, &[("TMUX", "x")]), None);
        assert_eq!(said(None, &[("VTE_VERSION", "7006")]), None);
    }
}
