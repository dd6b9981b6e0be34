//! Why a source is left as it was, when the system is not to blame.

use std::error::Error;
use std::fmt;
use std::io;

/// What an [`io::Error`] of mending holds. How it is said is in [`crate::words`].
#[derive(Debug)]
pub(crate) enum Unmended {
    /// Its mends bring each other about.
    Restless,
    /// What came out is another table than was meant.
    NotAsMeant,
    /// It has more bytes than are mended at once: so many.
    TooLarge(u64),
    WriteProtected,
    /// Other names (hard links) would keep what is in it now.
    SeveralNames,
    /// Someone else wrote to it meanwhile.
    Changed,
    /// Someone else took the new file away.
    TakenAway,
    /// Another munilint is at it.
    Held,
    /// No file can be written in its folder, and why.
    NoRoom(io::Error),
    /// It belongs to someone else, which cannot be kept, and why.
    NotOwned(io::Error),
}

impl Unmended {
    /// What is behind an error, when it is one of these.
    pub(crate) fn of(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref()
    }
}

impl fmt::Display for Unmended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

impl Error for Unmended {}

impl From<Unmended> for io::Error {
    fn from(what: Unmended) -> Self {
        io::Error::other(what)
    }
}
