//! Draws the workbench as it really is: runs it on a pseudo-terminal, types keys, writes the cells as SVG.
//!
//! `cargo run --release --example picture -- docs/screen.svg [COLUMNS ROWS [KEYS]]` (build the program first).
//! In KEYS, `\r`, `\t` and `\e` stand for Enter, Tab and Escape; each key waits until the screen is still.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::sync::mpsc;
use std::time::Duration;

const CELL: (usize, usize) = (9, 20);
/// The screen counts as still when nothing came for so long.
const STILL: Duration = Duration::from_millis(400);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |n: usize, default| arguments.get(n).and_then(|a| a.parse().ok()).unwrap_or(default);
    let (columns, rows) = (number(1, 120u16), number(2, 32u16));
    let keys = arguments.get(3).map_or("jj", String::as_str);
    let keys = keys.replace("\\r", "\r").replace("\\t", "\t").replace("\\e", "\x1b");
    let program = std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().join("hudna");
    let pair = native_pty_system()
        .openpty(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 })
        .unwrap();
    let mut command = CommandBuilder::new(program);
    command.arg("try");
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 8192];
        while let Ok(n @ 1..) = reader.read(&mut buffer) {
            if send.send(buffer[..n].to_vec()).is_err() {
                break;
            }
        }
    });
    let mut screen = vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0);
    settle(&receive, &mut screen);
    for key in keys.chars() {
        write!(writer, "{key}").unwrap();
        settle(&receive, &mut screen);
    }
    let svg = draw(screen.screen(), columns, rows);
    child.kill().ok();
    std::fs::write(arguments.first().expect("where to write the picture"), svg).unwrap();
}

fn settle(receive: &mpsc::Receiver<Vec<u8>>, screen: &mut vt100::Parser) {
    let first = receive.recv_timeout(Duration::from_secs(5));
    let mut next = first.ok();
    while let Some(bytes) = next {
        screen.process(&bytes);
        next = receive.recv_timeout(STILL).ok();
    }
}

fn draw(screen: &vt100::Screen, columns: u16, rows: u16) -> String {
    let (width, height) = (usize::from(columns) * CELL.0, usize::from(rows) * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"'DejaVu Sans Mono','Noto Sans Mono',monospace\" font-size=\"15\">\
         <title>hudna</title><rect width=\"100%\" height=\"100%\" fill=\"#16181d\"/>\n"
    );
    for row in 0..rows {
        for column in 0..columns {
            if let Some(cell) = screen.cell(row, column) {
                draw_cell(&mut svg, cell, usize::from(row), usize::from(column));
            }
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Each cell is a text of its own, so that no viewer reorders what stands in order already.
fn draw_cell(svg: &mut String, cell: &vt100::Cell, row: usize, column: usize) {
    let (x, y) = (column * CELL.0, row * CELL.1);
    let (mut ink, mut paper) = (colour(cell.fgcolor(), "#d8dbe2"), colour(cell.bgcolor(), "#16181d"));
    if cell.inverse() {
        std::mem::swap(&mut ink, &mut paper);
    }
    if paper != "#16181d" {
        let width = if cell.is_wide() { CELL.0 * 2 } else { CELL.0 };
        writeln!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{paper}\"/>", CELL.1)
            .unwrap();
    }
    let text = cell.contents().trim();
    if text.is_empty() {
        return;
    }
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let weight = if cell.bold() { " font-weight=\"bold\"" } else { "" };
    let faint = if cell.dim() { " opacity=\"0.6\"" } else { "" };
    let line = if cell.underline() { " text-decoration=\"underline\"" } else { "" };
    writeln!(svg, "<text x=\"{x}\" y=\"{}\" fill=\"{ink}\"{weight}{faint}{line}>{escaped}</text>", y + 15)
        .unwrap();
}

fn colour(colour: vt100::Color, default: &str) -> String {
    const NAMED: [&str; 16] = [
        "#16181d", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dbe2", "#7f848e",
        "#ff7a85", "#b5e890", "#ffd68a", "#7cc4ff", "#dd9bf0", "#73d5e0", "#ffffff",
    ];
    match colour {
        vt100::Color::Default => default.to_owned(),
        vt100::Color::Idx(n) => {
            NAMED.get(usize::from(n)).map_or_else(|| default.to_owned(), |c| (*c).to_owned())
        }
        vt100::Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
    }
}
