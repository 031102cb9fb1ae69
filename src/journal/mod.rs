//! The journal: every change is an immutable, signed entry; the tables are what the entries add up to.

mod casebook;
mod error;
mod keyring;

pub use casebook::{Casebook, Imported, Rebuilt, Shared, Undone};
pub use error::CasebookError;
pub use keyring::Keyring;
