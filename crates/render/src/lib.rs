//! [`munilint_model::Report`] to bytes, one file per format.
//!
//! Nothing here opens a file or prints: every renderer works from the report alone and writes to what it is given.
//! What a report holds of the data is masked already ([`munilint_model::Excerpt`], [`munilint_model::Snippet`]); values as
//! they stand in the data are no part of it, and only a terminal takes them ([`Values`]).

mod apart;
mod assessment;
mod baseline;
mod described;
mod dqv;
mod facts;
mod fixable;
mod gate;
mod github;
mod gitlab;
mod html;
mod inert_markdown;
mod joins;
mod json;
mod junit;
mod markdown;
mod mended;
mod page;
mod phrases;
mod place;
mod rules;
mod sarif;
mod screening;
mod snippet;
mod summary;
mod terminal;
mod triage;
mod values;
mod words;
mod wrap;
#[cfg(feature = "xlsx")]
mod xlsx;

#[cfg(test)]
mod sample;

pub use baseline::baseline;
pub use dqv::dqv;
pub use facts::{facts, facts_json};
pub use gate::{recorded, updated};
pub use github::github;
pub use gitlab::gitlab;
pub use html::html;
pub use json::json;
pub use junit::junit;
pub use markdown::{COMMENT, STEP_SUMMARY, markdown};
pub use page::page;
pub use place::place_line;
pub use rules::{rules, rules_json};
pub use sarif::sarif;
pub use terminal::Terminal;
pub use values::{OnTerminal, Values, Which, before_values};
#[cfg(feature = "xlsx")]
pub use xlsx::{Reopen, xlsx};
