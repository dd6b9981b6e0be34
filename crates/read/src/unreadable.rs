//! Why a source is not read, or not to its end, when the system is not to blame.

use std::error::Error;
use std::fmt;
use std::io;

/// What an [`io::Error`] of this crate holds. How it is said is for whoever tells it, in the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A folder, a pipe or a device.
    NotRegular,
    /// It is of another kind.
    Foreign(Foreign),
    /// Nothing in it is a table.
    NoTable,
    /// Some of its bytes are no text in its encoding.
    NoText,
    /// A record is longer than [`crate::LONGEST_RECORD`].
    LongRecord {
        /// Physical line of the record, from 1.
        line: u64,
    },
}

/// Kinds of sources that are no delimited text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A ZIP archive, which is what xlsx, ods and docx are.
    Zip,
    /// A gzip archive.
    Gzip,
    /// A compound file: xls or doc.
    OldOffice,
    /// A PDF document.
    Pdf,
    /// An SQLite database.
    Sqlite,
    /// A Parquet file.
    Parquet,
    /// A Zstandard archive.
    Zstandard,
    /// A bzip2 archive.
    Bzip2,
    /// A program.
    Program,
    /// A JSON document.
    Json,
    /// An XML or HTML document.
    Xml,
    /// A SOSI file.
    Sosi,
    /// A PX file.
    Px,
}

impl Unreadable {
    /// What is behind an error, when it is one of these.
    #[must_use]
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl Error for Unreadable {}

impl From<Unreadable> for io::Error {
    fn from(what: Unreadable) -> Self {
        io::Error::new(io::ErrorKind::InvalidData, what)
    }
}
