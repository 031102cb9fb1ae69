//! hudna (هدنة, truce): a workbench for checking what is claimed about ceasefires.
//!
//! Data flows one way: [`intake`] makes a document of bytes, [`extract`] finds claims in its text,
//! the [`journal`] records both and folds them into the tables of the [`store`], and the workbench,
//! the command line and reports read those. No room reaches back.

pub mod again;
pub mod batch;
pub mod bidi;
pub mod cli;
pub mod extract;
pub mod import;
pub mod intake;
pub mod journal;
pub mod locale;
pub mod model;
pub mod outside;
pub mod people;
pub mod report;
pub mod samples;
pub mod score;
pub mod settings;
pub mod store;
pub mod text;
pub mod told;
pub mod tui;
