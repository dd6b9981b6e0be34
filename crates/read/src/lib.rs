//! Bytes to model, one file per format; discovery and decoding.
//!
//! Readers never fail on bad data: they return what they read plus oddities. An error is I/O or a limit.

mod decode;
mod dialect;
mod discover;
mod encoding;
mod foreign;
mod front;
mod header;
mod input;
mod lines;
mod opening;
mod preamble;
mod rewrite;
mod rows;
mod text;
mod tokenize;
mod unreadable;
mod write;

pub use discover::{Discovery, Found, discover, is_table, listed};
pub use input::Input;
pub use rewrite::{Rewritten, rewrite};
pub use text::{LONGEST_RECORD, TextTable};
pub use unreadable::{Foreign, Unreadable};
pub use write::write_csv;
