//! [`munilint_model::Report`] to bytes, one file per format.
//!
//! Nothing here opens a file or prints: every renderer works from the report alone and writes to what it is given.
//! What a report holds of the data is masked already ([`munilint_model::Excerpt`], [`munilint_model::Snippet`]); values as
//! they stand in the data are no part of it, and only a terminal takes them ([`Values`]).

mod dqv;
mod facts;
mod joins;
mod json;
mod page;
mod place;
mod rules;
mod screening;
mod snippet;
mod summary;
mod terminal;
mod values;
mod words;
mod wrap;
#[cfg(feature = "xlsx")]
mod xlsx;

#[cfg(test)]
mod sample;

pub use dqv::dqv;
pub use facts::{facts, facts_json};
pub use json::json;
pub use page::page;
pub use place::place_line;
pub use rules::{rules, rules_json};
pub use terminal::Terminal;
pub use values::{OnTerminal, Values, Which, before_values};
#[cfg(feature = "xlsx")]
pub use xlsx::{Reopen, xlsx};
