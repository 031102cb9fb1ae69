//! What must hold of whole texts: the pitfalls of terminals, tables and properties.

use super::*;

fn shown(row: &Row) -> String {
    row.cells.iter().map(|cell| cell.symbol.as_str()).collect()
}

#[test]
fn first_look() {
    let rows = layout("وقف إطلاق النار (Ceasefire) في 27/11/2031", 80, Base::Auto);
    assert_eq!(rows.len(), 1);
    let codes: Vec<String> = shown(&rows[0]).chars().map(|c| format!("{:04X}", c as u32)).collect();
    println!("{}", codes.join(" "));
}
