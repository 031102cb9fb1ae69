//! Mirrored screens in terminals that order rows by themselves.

use super::Bench;
use super::arabic::{ARABIC, bench};
use crate::bidi::{Host, Mode};
use crate::locale::within;

/// What is seen of cells that were sent to a terminal which runs UAX #9 over them, from left to right.
fn ordered(text: &str, mirrors: bool) -> String {
    let info = unicode_bidi::ParagraphBidiInfo::new(text, Some(unicode_bidi::Level::ltr()));
    let (levels, runs) = info.visual_runs(0..text.len());
    let mut shown = String::new();
    for run in runs {
        let part = text.get(run.clone()).unwrap();
        let mirrored = |c: char| unicode_bidi_mirroring::get_mirrored(c).filter(|_| mirrors).unwrap_or(c);
        match levels[run.start].is_rtl() {
            true => shown.extend(part.chars().rev().map(mirrored)),
            false => shown.push_str(part),
        }
    }
    shown
}

/// The same of one that takes lines of boxes for the end of a text, and mirrors nothing.
fn ordered_between_lines(text: &str) -> String {
    let parts = text.split_inclusive(|c| ('\u{2500}'..='\u{25ff}').contains(&c));
    parts.map(|part| ordered(part, false)).collect()
}

/// Of each cell its letter, without marks.
fn letters(bench: &Bench) -> Vec<String> {
    let buffer = bench.terminal.backend().buffer();
    let width = usize::from(buffer.area.width);
    buffer
        .content
        .chunks(width)
        .map(|row| row.iter().filter_map(|c| c.symbol().chars().next()).collect())
        .collect()
}

#[test]
fn mirrored_screens_come_out_right_in_terminals_that_order_rows() {
    within(ARABIC, || {
        for (size, samples) in [((80, 24), true), ((200, 50), true), ((120, 40), false)] {
            let mut bench = if samples { Bench::with_samples(size) } else { bench(size) };
            for keys in ["", "tab", "enter", "esc e", "esc r", "esc ?", "esc :", "esc c"] {
                bench.keys(keys);
                for host in [Host::Konsole, Host::Apple] {
                    bench.app.host = host;
                    // What belongs into the cells depends on the host too, for a column may stay free.
                    bench.app.mode = Mode::Terminal;
                    bench.draw();
                    let sent = letters(&bench);
                    bench.app.mode = Mode::App;
                    bench.draw();
                    let wanted = letters(&bench);
                    let wanted = if host == Host::Apple { narrowed(&mut bench) } else { wanted };
                    for (sent, wanted) in sent.iter().zip(&wanted) {
                        let shown = match host {
                            Host::Konsole => ordered_between_lines(sent),
                            _ => ordered(sent, true),
                        };
                        assert_eq!(
                            shown.replace('\u{2800}', " "),
                            *wanted,
                            "{host:?} after {keys} of {sent}"
                        );
                    }
                }
            }
        }
    });
}

/// The screen as it is laid out where the first column stays free.
fn narrowed(bench: &mut Bench) -> Vec<String> {
    let size = bench.terminal.size().unwrap();
    bench.terminal.backend_mut().resize(size.width - 1, size.height);
    bench.draw();
    let rows = letters(bench).into_iter().map(|row| format!(" {row}")).collect();
    bench.terminal.backend_mut().resize(size.width, size.height);
    bench.draw();
    rows
}
