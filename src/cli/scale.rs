//! `hudna scale`

use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use super::table::{Column, Table, column};
use crate::{locale, say};

/// List the ratings that a verdict can have.
///
/// `hudna verdict` takes a rating's code, its label in either language, or its number.
#[derive(clap::Args)]
pub struct Args {
    /// One JSON object per line.
    #[arg(long)]
    json: bool,
}

fn columns() -> Vec<Column> {
    vec![
        column(say!("column-rating"), 24),
        column(say!("column-value"), 5),
        column(say!("column-english"), 24),
        column(say!("column-arabic"), 24),
    ]
}

/// Lists the ratings.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let scale = session.casebook()?.scale()?;
    if args.json {
        return scale.ratings.iter().try_for_each(|rating| out.json(rating));
    }
    let mut table = Table::new(out, columns());
    for rating in &scale.ratings {
        let value = rating.value.map(locale::number).unwrap_or_default();
        table.row([&rating.code, &value, &rating.en, &rating.ar])?;
    }
    Ok(table.finish()?)
}
