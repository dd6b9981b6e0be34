//! Tables and their metadata held against CSV on the Web: the W3C Recommendations "Model for Tabular Data and Metadata on
//! the Web" and "Metadata Vocabulary for Tabular Data" of 17 December 2015.
//!
//! [`validate`] starts with a table or with metadata, finds what belongs to it where the standard says, and returns errors
//! and warnings. Nothing here opens a file or a connection: bytes come from [`Files`]. The only JSON-LD context is that of
//! the standard, which is built in. Rows are read one at a time; of keys only hashes are kept.
//!
//! Where the standard leaves open or says two things, this is what is done:
//!
//! * `trim` defaults to `true`, as the text of both documents says, and not to `false`, as the listed default dialect does.
//! * A regular expression in `format` must match the whole value, as the W3C's primer uses it (`eu|non-eu`).
//! * Expressions that look around or back are not tested, which is told, as they have no linear time.
//! * A foreign key whose values are null references no row, unless a referenced row has nulls there.
//! * A description without `columns` fits a table with any columns.
//! * `commentPrefix` may be null, which means that there are no comments.
//! * The language of headers is the `lang` of the table, and `und` when it has none.

mod address;
mod context;
mod datatype;
mod issue;
mod language;
mod locate;
mod log;
mod metadata;
mod table;
mod template;
mod validate;
mod words;

pub use issue::{AnnotationRule, Expected, Issue, IssueKind, Matches, Place};
pub use validate::{Headers, Request, Source, Validation, validate};

/// Where bytes come from.
pub trait Files {
    /// The bytes at an absolute URL, as the standard's rules and the metadata make it; `None` when there are none.
    fn read(&self, url: &str) -> Option<Vec<u8>>;
}
