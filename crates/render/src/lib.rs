//! [`munilint_model::Report`] to bytes, one file per format.
//!
//! Nothing here opens a file or prints: every renderer works from the report alone and writes to what it is given.
//! What a report holds of the data is masked already ([`munilint_model::Excerpt`], [`munilint_model::Snippet`]).

mod json;
mod place;
mod snippet;
mod summary;
mod terminal;
mod words;
mod wrap;

#[cfg(test)]
mod sample;

pub use json::json;
pub use place::place_line;
pub use terminal::Terminal;
