//! What must hold of whole texts: the pitfalls of terminals, one by one, then tables. Pitfalls that reach beyond layout: `tui::tests::pitfalls`.
//!
//! Rows of Arabic are written as code points: an editor that orders text would show them wrongly.

use super::*;

/// What a row shows, from left to right.
fn shown(row: &Row) -> String {
    row.cells.iter().map(|cell| cell.symbol.as_str()).collect()
}

/// The same as code points; printable ASCII as it is.
fn codes(row: &Row) -> String {
    let code = |c: char| if c.is_ascii_graphic() { c.to_string() } else { format!("{:04X}", c as u32) };
    let cell = |cell: &Cell| cell.symbol.chars().map(code).collect::<Vec<_>>().join("+");
    row.cells.iter().map(cell).collect::<Vec<_>>().join(" ")
}

/// A row laid out with capital letters for Arabic ones, and back, so that order can be read.
fn order(text: &str, base: Base) -> String {
    let arabic = |c: char| char::from_u32(0x5d0 + c as u32 - 'A' as u32).filter(|_| c.is_ascii_uppercase());
    let latin = |c: char| {
        char::from_u32('A' as u32 + (c as u32).wrapping_sub(0x5d0)).filter(|c| c.is_ascii_uppercase())
    };
    let text: String = text.chars().map(|c| arabic(c).unwrap_or(c)).collect();
    shown(&line(&text, 300, base)).chars().map(|c| latin(c).unwrap_or(c)).collect()
}

#[test]
fn pitfall_1_wrap_comes_before_order() {
    let rows = layout("هدنة في وادي الرمان", 10, Base::Auto);
    let firsts: Vec<usize> = rows.iter().map(|row| row.source.start).collect();
    assert_eq!(firsts, [0, 14, 23]);
    assert_eq!(codes(&rows[0]), "FEF2 FED3 0020 FE94 FEE7 FEAA FEEB");
}

#[test]
fn pitfall_2_direction_is_the_paragraphs() {
    let rows = layout("قال المراقب\nWaha Monitor\nهدنة Waha Monitor", 6, Base::Auto);
    let rtl: Vec<bool> = rows.iter().map(|row| row.rtl).collect();
    assert_eq!(rtl, [true, true, true, false, false, false, true, true, true, true]);
    assert_eq!(shown(rows.last().unwrap()), "r");
}

#[test]
fn pitfall_3_width_is_the_sum_of_cells() {
    for (text, columns) in
        [("إطلاق", 4), ("وقف إطلاق النار", 14), ("لَا", 1), ("ل\u{200c}ا", 2), ("漢字", 4), ("a\tb", 3)]
    {
        assert_eq!(width(text), columns, "{text}");
        assert_eq!(line(text, 80, Base::Auto).width(), columns, "{text}");
    }
}

#[test]
fn pitfall_4_marks_stay_with_their_letter() {
    assert_eq!(codes(&line("حَبّ", 9, Base::Auto)), "FE90+0651 FEA3+064E");
    assert_eq!(codes(&line("\u{651}حب", 9, Base::Auto)), "FE90 FEA3 25CC+0651");
    assert_eq!(codes(&line("لَاً", 9, Base::Auto)), "FEFB+064E+064B");
    let piled = format!("ح{}", "\u{64e}".repeat(60));
    assert_eq!(width(&piled), 3);
}

#[test]
fn pitfall_5_only_odd_levels_are_mirrored() {
    assert_eq!(order("ABC (def) [GHI]", Base::Auto), "[IHG] (def) CBA");
    assert_eq!(order("abc (DEF) <g>", Base::Auto), "abc (FED) <g>");
    assert_eq!(codes(&line("«هدنة»", 9, Base::Auto)), "00AB FE94 FEE7 FEAA FEEB 00BB");
}

#[test]
fn pitfall_6_shape_follows_logical_neighbours() {
    for (text, expected) in [
        ("ببب", "FE90 FE92 FE91"),
        ("ب\u{200c}ب", "FE8F FE8F"),
        ("ب\u{200d} ب", "FE8F 0020 FE91"),
        (" \u{200d}ب", "FE90 0020"),
        ("بـب", "FE90 0640 FE91"),
        ("بَبِ", "FE90+0650 FE91+064E"),
        ("ردء", "FE80 FEA9 FEAD"),
        ("پچگکی", "FBFD FB91 FB95 FB7D FB58"),
        ("ٹے", "FBAF FB68"),
        ("ڵە", "FEEA 06B5"),
        ("یں", "FB9F FBFE"),
        ("ئۆ", "FBDA FE8B"),
    ] {
        assert_eq!(codes(&line(text, 20, Base::Rtl)), expected, "{text}");
    }
    // A word that is cut goes on as if it were whole.
    let rows = layout("بببب", 2, Base::Auto);
    assert_eq!(rows.iter().map(codes).collect::<Vec<_>>(), ["FE92 FE91", "FE90 FE92"]);
}

#[test]
fn pitfall_7_lam_alef_is_one_cell_of_two_letters() {
    let row = line("سلام", 9, Base::Auto);
    assert_eq!(codes(&row), "FEE1 FEFC FEB3");
    assert_eq!(row.cells[1].source, 2..6);
    assert_eq!((row.caret(2), row.caret(4)), (Some(1), Some(1)));
    // The caret can still stand between the two, to take one away.
    assert_eq!([row.left(0), row.left(2), row.left(4), row.left(6)], [Some(2), Some(4), Some(6), Some(8)]);
    assert_eq!(
        [row.right(8), row.right(6), row.right(4), row.right(2)],
        [Some(6), Some(4), Some(2), Some(0)]
    );
    assert_eq!((row.right(0), row.left(8)), (None, None));
    for (text, code) in [("لآ", "FEF5"), ("لأ", "FEF7"), ("لإ", "FEF9"), ("لا", "FEFB"), ("لٱ", "FB51 FEDF")]
    {
        assert_eq!(codes(&line(text, 9, Base::Auto)), code);
    }
    assert_eq!(codes(&line("للا", 9, Base::Auto)), "FEFC FEDF");
}

#[test]
fn pitfall_8_numbers_and_dates_keep_their_order() {
    for (text, expected) in [
        ("ABC 27/11/2031 DEF", "FED 27/11/2031 CBA"),
        ("ABC ٢٧/١١/٢٠٣١", "٢٧/١١/٢٠٣١ CBA"),
        ("ABC 2031-11-27", "2031-11-27 CBA"),
        ("ABC ٢٠٣١-١١-٢٧", "٢٠٣١-١١-٢٧ CBA"),
        ("ABC 04:00 DEF", "FED 04:00 CBA"),
        ("ABC 1,250.5", "1,250.5 CBA"),
        ("27 ABC", "CBA 27"),
        ("ABC 45%", "45% CBA"),
        ("ABC COVID-19", "19-DIVOC CBA"),
    ] {
        assert_eq!(order(text, Base::Rtl), expected, "{text}");
    }
    // After Arabic letters European digits count as Arabic ones, and the sign stands left of them.
    let row = line("نسبة %45", 20, Base::Auto);
    assert!(shown(&row).starts_with("45%"), "{}", codes(&row));
    let row = line("الساعة 04:00 يوم 27/11/2031 و٢٧/١١/٢٠٣١", 60, Base::Auto);
    for number in ["04:00", "27/11/2031", "٢٧/١١/٢٠٣١"] {
        assert!(shown(&row).contains(number), "{number}: {}", codes(&row));
    }
}

#[test]
fn pitfall_9_islands_stay_whole() {
    for island in [
        "https://a.example/b/c?d=1&e=2",
        "~/a/b.mp4",
        "sami@mail.example",
        "#1234",
        "@sami_o",
        "C:\\a\\b.txt",
        "2031-11-27",
        "+999-55-0123456",
        "report-3.pdf",
        "C++",
    ] {
        for text in
            [format!("هدنة {island} في الوادي"), format!("هدنة ({island})."), format!("{island} هدنة")]
        {
            let row = line(&text, 200, Base::Auto);
            assert!(row.rtl || !island.contains(['/', '@', '#']), "{text}");
            let row = line(&text, 200, Base::Rtl);
            assert!(shown(&row).contains(island), "{island}: {}", shown(&row));
            let row = line(&text, 200, Base::Ltr);
            assert!(shown(&row).contains(island), "{island}: {}", shown(&row));
        }
    }
}

#[test]
fn pitfall_10_controls_are_shown() {
    for (text, expected) in [
        ("a\u{202e}b\u{202c}c", "a⟨RLO⟩b⟨PDF⟩c"),
        ("\u{1b}[31m", "⟨ESC⟩[31m"),
        ("a\u{200b}b\u{200d}c", "a⟨ZWSP⟩b⟨ZWJ⟩c"),
        ("👩\u{200d}🚒", "👩⟨ZWJ⟩🚒"),
        ("a\rb", "a⟨CR⟩b"),
        ("\u{e0041}", "⟨U+E0041⟩"),
        ("\u{2066}א\u{2069}", "⟨LRI⟩א⟨PDI⟩"),
    ] {
        let row = line(text, 80, Base::Ltr);
        assert_eq!(shown(&row), expected);
        assert_eq!(row.width(), width(text));
    }
    let row = line("هد\u{202e}نة", 80, Base::Auto);
    assert_eq!(codes(&row), "FE94 FEE7 27E8 R L O 27E9 FEAA FEEB");
    let token: Vec<usize> = row.cells_of(4..7).map(|(column, _)| column).collect();
    assert_eq!(token, [2, 3, 4, 5, 6]);
    assert!(row.cells_of(4..7).all(|(_, cell)| cell.token && cell.source == (4..7)));
    // The marks act as the letters that they are.
    assert_eq!(shown(&line("a.\u{200f}", 80, Base::Rtl)), "⟨RLM⟩.a");
    assert_eq!(shown(&line("a.\u{200e}", 80, Base::Rtl)), "a.⟨LRM⟩");
}

#[test]
fn pitfall_13_the_caret_behind_a_row_has_a_cell() {
    let row = line("هد", 9, Base::Auto);
    assert_eq!((row.caret(0), row.caret(2), row.caret(4)), (Some(1), Some(0), Some(0)));
    let row = row.with_end();
    assert_eq!((row.caret(0), row.caret(2), row.caret(4)), (Some(2), Some(1), Some(0)));
    assert_eq!((row.hit(0), row.hit(1), row.hit(2), row.hit(9)), (4, 2, 0, 0));
    let row = line("ab", 9, Base::Auto).with_end();
    assert_eq!((row.caret(2), row.hit(2), row.hit(9), row.width()), (Some(2), 2, 2, 3));
    let row = line("", 9, Base::Rtl).with_end();
    assert_eq!((row.caret(0), row.hit(5), row.width()), (Some(0), 0, 1));
}

#[test]
fn carets_move_over_the_screen() {
    // On the screen: a b _ ج ث ب _ c
    let text = "ab بثج c";
    let row = line(text, 20, Base::Auto);
    let mut at = 0;
    let mut path = vec![0];
    while let Some(next) = row.right(at) {
        path.push(next);
        at = next;
    }
    assert_eq!(path, [0, 1, 2, 7, 5, 3, 9, 10, 11]);
    let mut back = vec![at];
    while let Some(next) = row.left(at) {
        back.push(next);
        at = next;
    }
    path.reverse();
    assert_eq!(back, path);
    assert_eq!((row.caret(12), row.left(12), row.right(12)), (None, None, None));
}

#[test]
fn wrapping() {
    let table: &[(&str, usize, &[&str])] = &[
        ("", 5, &[""]),
        ("a\n\nb\r\nc", 5, &["a", "", "b", "c"]),
        ("a\n", 5, &["a", ""]),
        ("one two three", 7, &["one two", "three"]),
        ("one two  three", 7, &["one two", "three"]),
        ("one two", 3, &["one", "two"]),
        ("abcdefgh", 3, &["abc", "def", "gh"]),
        ("ab cdefgh", 4, &["ab", "cdef", "gh"]),
        ("ab  ", 3, &["ab "]),
        ("     ", 3, &["   "]),
        ("a\tb", 9, &["a b"]),
        ("漢字漢", 3, &["漢", "字", "漢"]),
        ("漢", 1, &["漢"]),
        ("ab", 0, &["a", "b"]),
        ("a\u{7}b", 2, &["a", "⟨BEL⟩", "b"]),
        ("well-known", 6, &["well-", "known"]),
    ];
    for (text, width, expected) in table {
        let rows = layout(text, *width, Base::Auto);
        assert_eq!(rows.iter().map(shown).collect::<Vec<_>>(), *expected, "{text:?}");
    }
}

#[test]
fn one_row() {
    for (text, width, expected) in [
        ("one two", 7, "one two"),
        ("one two", 6, "one t…"),
        ("one\r\ntwo\tx", 80, "one two x"),
        ("ab", 1, "…"),
        ("ab", 0, ""),
        ("漢字", 3, "漢…"),
        ("漢字", 2, "…"),
        ("a\u{7}b", 4, "a…"),
    ] {
        assert_eq!(shown(&line(text, width, Base::Auto)), expected, "{text:?} {width}");
    }
    assert_eq!(order("ABC", Base::Auto), "CBA");
    let row = line("هدنة في الوادي", 6, Base::Auto);
    assert_eq!(codes(&row), "2026 0020 FE94 FEE7 FEAA FEEB");
    assert_eq!(row.cells[0].source, 9..26);
    assert_eq!(row.caret(20), Some(0));
}

#[test]
fn a_caret_belongs_to_one_row() {
    let rows = layout("ab cd\n", 3, Base::Auto);
    assert_eq!([0, 2, 3, 5, 6, 99].map(|byte| row_of(&rows, byte)), [0, 0, 1, 1, 2, 2]);
    assert_eq!(row_of(&[], 3), 0);
}

#[test]
fn logical_rows_are_left_as_they_are() {
    let rows = layout_logical("سلام (ok)\u{202e} 1", 40);
    assert_eq!(shown(&rows[0]), "سلام (ok)⟨RLO⟩ 1");
    assert!(!rows[0].rtl);
    assert_eq!(shown(&Mode::Off.line("سلام عليكم", 6, Base::Rtl)), "سلام …");
    assert_eq!(Mode::App.layout("سلام", 6, Base::Rtl), layout("سلام", 6, Base::Rtl));
}

/// Cases of UAX #9: logical text, capitals for right-to-left letters, and what is seen.
#[test]
fn order_by_the_standard() {
    use Base::{Auto, Ltr, Rtl};
    for (text, base, expected) in [
        ("car is THE CAR in arabic", Auto, "car is RAC EHT in arabic"),
        ("CAR IS the car IN ENGLISH", Auto, "HSILGNE NI the car SI RAC"),
        ("he said THE VALUES ARE 123 456 789 OK", Auto, "he said KO 789 456 123 ERA SEULAV EHT"),
        ("abc DEF.", Ltr, "abc FED."),
        ("abc DEF.", Rtl, ".FED abc"),
        ("ABC.", Ltr, "CBA."),
        ("ABC.", Rtl, ".CBA"),
        ("A 1-2 B", Rtl, "B 1-2 A"),
        ("a 1-2 b", Rtl, "a 1-2 b"),
        ("A1,2B", Rtl, "B1,2A"),
        ("A$10", Rtl, "$10A"),
        ("1. A", Rtl, "A .1"),
        ("1 a A", Rtl, "A a 1"),
        ("a(B)c", Ltr, "a(B)c"),
        ("A(b)C", Rtl, "C(b)A"),
        ("A(b C)d", Rtl, "d(C b)A"),
        ("a (B c) D", Ltr, "a (B c) D"),
        ("AB\tCD ef", Rtl, "ef DC BA"),
        ("AB\tCD", Ltr, "BA DC"),
        ("AB  ", Ltr, "BA  "),
        ("ab  ", Rtl, "  ab"),
        ("12 AB 34", Ltr, "12 34 BA"),
        ("a B ! C d", Ltr, "a C ! B d"),
        ("smith (fabrikam ARABIC) HEBREW", Rtl, "WERBEH (CIBARA fabrikam) smith"),
        ("ARABIC book(s)", Rtl, "book(s) CIBARA"),
    ] {
        assert_eq!(order(text, base), expected, "{text} {base:?}");
    }
    // Levels to order, rule L2 alone.
    for (levels, expected) in [
        (&[][..], &[][..]),
        (&[0, 0], &[0, 1]),
        (&[1, 1, 1], &[2, 1, 0]),
        (&[1, 2, 2, 1], &[3, 1, 2, 0]),
        (&[0, 1, 2, 2, 1, 0], &[0, 4, 2, 3, 1, 5]),
        (&[2, 3, 3, 2, 1], &[4, 0, 2, 1, 3]),
        (&[0, 2, 2, 0], &[0, 1, 2, 3]),
    ] {
        assert_eq!(row::visual_order(levels), expected, "{levels:?}");
    }
}
