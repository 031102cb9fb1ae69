//! The terminal around the program, as far as its environment tells: what it does to rows by itself, and
//! what it must be told so that it leaves them as they are sent.

use super::Mode;

/// A terminal that does something to Arabic, or has to be told something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Host {
    /// It draws cells where they are put, or nothing is known of it.
    #[default]
    Cells,
    /// GNOME Terminal and its kin: it orders each paragraph, unless `CSI 8 l` says not to.
    Vte,
    /// As VTE, and it finds out directions by itself.
    Mintty,
    /// It orders each line from left to right, and cannot be told otherwise.
    Konsole,
    /// It turns words.
    Kitty,
    /// It orders each line by its first letter; its own sequences turn that off.
    Mlterm,
    /// Apple's Terminal, which orders each line.
    Apple,
    /// A multiplexer, which keeps cells; what it is shown in cannot be known.
    Multiplexer,
}

/// The two ends of what a terminal is told around something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frame {
    /// Before it.
    pub begin: &'static str,
    /// Behind it.
    pub end: &'static str,
}

impl Host {
    /// What the environment tells.
    pub fn of(env: impl Fn(&str) -> Option<String>) -> Host {
        let set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
        match set("TMUX") || set("STY") {
            true => Host::Multiplexer,
            false => Host::outermost(env),
        }
    }

    /// The terminal to draw for: where a mode was said inside a multiplexer, it is meant for what stands around it.
    pub fn drawing(said: Option<Mode>, env: impl Fn(&str) -> Option<String>) -> Host {
        match (Host::of(&env), said) {
            (Host::Multiplexer, Some(Mode::Terminal | Mode::Words)) => Host::outermost(env),
            (host, _) => host,
        }
    }

    /// What stands around a multiplexer, if its own environment was handed on: it may be shown elsewhere by now.
    pub fn outermost(env: impl Fn(&str) -> Option<String>) -> Host {
        let value = |name: &str| env(name).unwrap_or_default();
        let set = |name: &str| !value(name).is_empty();
        let (term, program) = (value("TERM"), value("TERM_PROGRAM"));
        // These name themselves, whatever terminal they were started from.
        if ["alacritty", "foot", "xterm-ghostty", "wezterm"].iter().any(|name| term.starts_with(name)) {
            return Host::Cells;
        }
        match () {
            () if term == "xterm-kitty" || set("KITTY_WINDOW_ID") => Host::Kitty,
            () if term.starts_with("mlterm") || set("MLTERM") => Host::Mlterm,
            () if set("KONSOLE_VERSION") => Host::Konsole,
            () if program == "Apple_Terminal" => Host::Apple,
            () if program == "mintty" => Host::Mintty,
            () if set("VTE_VERSION") => Host::Vte,
            () => Host::Cells,
        }
    }

    /// The mode that it needs.
    pub fn mode(self) -> Mode {
        match self {
            Host::Kitty => Mode::Words,
            Host::Konsole | Host::Apple => Mode::Terminal,
            Host::Cells | Host::Vte | Host::Mintty | Host::Mlterm | Host::Multiplexer => Mode::App,
        }
    }

    /// What it is told around a whole screen. In VTE the mode belongs to rows that are made later, so it is told
    /// before the other screen is entered, and again when that was left.
    pub fn screen(self, mode: Mode) -> Frame {
        let (begin, end) = match (mode, self) {
            (Mode::App, Host::Mlterm) => ("\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07"),
            // Mintty alone finds out directions where nobody said anything.
            (Mode::App, Host::Mintty) => ("\x1b[8l\x1b[1 k\x1b[?2501l", "\x1b[8h\x1b[0 k\x1b[?2501h"),
            (Mode::App, _) => ("\x1b[8l\x1b[1 k\x1b[?2501l", "\x1b[8h\x1b[0 k"),
            (Mode::Terminal, Host::Mlterm) => {
                ("\x1b]5379;bidi_mode=left\x07", "\x1b]5379;bidi_mode=normal\x07")
            }
            (Mode::Terminal, _) => ("\x1b[8h\x1b[1 k", "\x1b[8h\x1b[0 k"),
            (Mode::Words | Mode::Off, _) => ("", ""),
        };
        Frame { begin, end }
    }

    /// What it is told around one printed row in visual order; the end belongs behind the line break, since it
    /// would still be said of the row itself before it.
    pub fn row(self, mode: Mode) -> Frame {
        let (begin, end) = match (mode, self) {
            (Mode::App, Host::Vte | Host::Mintty) => ("\x1b[8l", "\x1b[8h"),
            _ => ("", ""),
        };
        Frame { begin, end }
    }

    /// What stands around the letters of a printed row: in mlterm an override, since its switch would turn
    /// round what was printed before, too.
    pub fn override_of(self, mode: Mode) -> Frame {
        match (mode, self) {
            (Mode::App, Host::Mlterm) => Frame { begin: "\u{202d}", end: "\u{202c}" },
            _ => Frame::default(),
        }
    }

    /// Whether it mirrors the brackets of what it turns.
    pub fn mirrors(self) -> bool {
        self != Host::Konsole
    }

    /// Whether rows need a left-to-right letter at their start, since their direction may come from their first.
    pub fn needs_lead(self, mode: Mode) -> bool {
        mode == Mode::Terminal && !matches!(self, Host::Konsole | Host::Mlterm)
    }
}

/// The mode that the terminal needs, as far as its environment variables tell.
pub fn detect(env: impl Fn(&str) -> Option<String>) -> Mode {
    Host::of(env).mode()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env<'a>(variables: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<String> + use<'a> {
        |name| variables.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned())
    }

    #[test]
    fn terminals_are_known_by_their_variables() {
        for (variables, host, mode) in [
            (&[][..], Host::Cells, Mode::App),
            (&[("KITTY_WINDOW_ID", "1"), ("VTE_VERSION", "7006")], Host::Kitty, Mode::Words),
            (&[("TERM", "xterm-kitty")], Host::Kitty, Mode::Words),
            (&[("KONSOLE_VERSION", "221203")], Host::Konsole, Mode::Terminal),
            (&[("KONSOLE_VERSION", "221203"), ("TERM", "alacritty")], Host::Cells, Mode::App),
            (&[("KONSOLE_VERSION", "")], Host::Cells, Mode::App),
            (&[("TERM_PROGRAM", "Apple_Terminal")], Host::Apple, Mode::Terminal),
            (&[("TERM_PROGRAM", "iTerm.app")], Host::Cells, Mode::App),
            (&[("TERM_PROGRAM", "mintty")], Host::Mintty, Mode::App),
            (&[("MLTERM", "3.9.0")], Host::Mlterm, Mode::App),
            (&[("TERM", "mlterm")], Host::Mlterm, Mode::App),
            (&[("KITTY_WINDOW_ID", "1"), ("TMUX", "/tmp/tmux")], Host::Multiplexer, Mode::App),
            (&[("VTE_VERSION", "7006"), ("STY", "1.pts")], Host::Multiplexer, Mode::App),
            (&[("VTE_VERSION", "7006")], Host::Vte, Mode::App),
        ] {
            assert_eq!(Host::of(env(variables)), host, "{variables:?}");
            assert_eq!(detect(env(variables)), mode, "{variables:?}");
        }
    }

    #[test]
    fn a_mode_said_inside_a_multiplexer_is_for_what_is_around_it() {
        let inside = [("TMUX", "x"), ("KONSOLE_VERSION", "2")];
        assert_eq!(Host::drawing(Some(Mode::Terminal), env(&inside)), Host::Konsole);
        assert_eq!(Host::drawing(None, env(&inside)), Host::Multiplexer);
        assert_eq!(Host::drawing(None, env(&inside[1..])), Host::Konsole);
    }

    #[test]
    fn whatever_is_told_is_taken_back() {
        use Host::{Apple, Cells, Kitty, Konsole, Mintty, Mlterm, Multiplexer, Vte};
        for host in [Cells, Vte, Mintty, Konsole, Kitty, Mlterm, Apple, Multiplexer] {
            for mode in [Mode::App, Mode::Terminal, Mode::Words, Mode::Off] {
                for frame in [host.screen(mode), host.row(mode), host.override_of(mode)] {
                    assert_eq!(frame.begin.is_empty(), frame.end.is_empty(), "{host:?} {mode:?}");
                }
            }
        }
    }
}
