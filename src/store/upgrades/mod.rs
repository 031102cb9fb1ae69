//! Bringing the tables of an older file to the present format, by numbered steps.
//!
//! A step changes tables of the projection alone, or adds to the journal's; it never rewrites an entry. The
//! caller folds the journal anew afterwards, within the same transaction.

use super::{Connection, FORMAT, Result};

/// Each format from the second on, with the statements that lead to it from the one before.
const STEPS: &[(u32, &str)] = &[(2, include_str!("2.sql")), (3, include_str!("3.sql"))];

/// The format of an open file.
pub fn format(conn: &Connection) -> Result<u32> {
    conn.pragma_query_value(None, "user_version", |r| r.get(0))
}

/// Takes the steps that lead from the file's format to the present one.
pub fn climb(conn: &Connection) -> Result<()> {
    let from = format(conn)?;
    for (_, sql) in STEPS.iter().filter(|(to, _)| *to > from) {
        conn.execute_batch(sql)?;
    }
    conn.pragma_update(None, "user_version", FORMAT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_lead_to_the_present_format_without_a_gap() {
        let formats: Vec<u32> = STEPS.iter().map(|(format, _)| *format).collect();
        assert_eq!(formats, (2..=FORMAT).collect::<Vec<_>>());
    }
}
