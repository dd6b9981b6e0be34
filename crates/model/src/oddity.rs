//! What a reader noticed, not yet judged.

use crate::{Occurrences, Place};
use serde::{Deserialize, Serialize};

/// Kinds of oddity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OddityKind {
    /// A byte order mark at the start.
    ByteOrderMark,
    /// Bytes that are not valid in the source's encoding.
    InvalidBytes,
    /// NUL bytes.
    NulByte,
    /// The first line is `sep=…`.
    SeparatorLine,
    /// A line above the header that is no record.
    TitleLine,
    /// The first row is data: there are no field names.
    NoHeader,
    /// A header cell with no name.
    EmptyName,
    /// A header name that another field has too.
    DuplicateName,
    /// A record with more fields than the header.
    LongRow,
    /// A record with fewer fields than the header.
    ShortRow,
    /// A record (or the header) that ends with a delimiter and nothing after it, beyond the other's width.
    TrailingDelimiter,
    /// A line with nothing on it.
    BlankLine,
    /// A line of delimiters and nothing else: no record, like a blank line.
    EmptyRecord,
    /// A quote that opens and is never closed.
    UnclosedQuote,
    /// Text after a closing quote, before the delimiter.
    TextAfterQuote,
    /// A line that ends with `\n`.
    EndsLf,
    /// A line that ends with `\r\n`.
    EndsCrlf,
    /// A line that ends with `\r`.
    EndsCr,
    /// The last line has no line ending.
    NoFinalNewline,
    /// The source holds nothing.
    EmptyFile,
    /// The source holds a header and no records.
    NoRecords,
}

impl OddityKind {
    /// True for what nearly every line has: the first place says enough.
    fn is_common(self) -> bool {
        matches!(self, OddityKind::EndsLf | OddityKind::EndsCrlf | OddityKind::EndsCr)
    }
}

/// Oddities of a source by kind: bounded and mergeable.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Oddities {
    seen: Vec<(OddityKind, Occurrences)>,
}

impl Oddities {
    /// Notes one oddity. `place` is only built when it may be kept.
    pub fn note(&mut self, kind: OddityKind, place: impl FnOnce() -> Place) {
        debug_assert!(!kind.is_common());
        self.entry(kind).add(place);
    }

    /// Notes `count` line ends of a kind, of which `first` is the first: its place alone is kept.
    pub fn note_line_ends(&mut self, kind: OddityKind, count: u64, first: Place) {
        debug_assert!(kind.is_common());
        if count > 0 {
            let seen = self.entry(kind);
            seen.add_many(count, &[first]);
            seen.first.truncate(1);
        }
    }

    /// What was noted of one kind.
    #[must_use]
    pub fn of(&self, kind: OddityKind) -> Option<&Occurrences> {
        self.seen.binary_search_by_key(&kind, |(k, _)| *k).ok().map(|i| &self.seen[i].1)
    }

    /// How many of one kind were noted.
    #[must_use]
    pub fn count(&self, kind: OddityKind) -> u64 {
        self.of(kind).map_or(0, |seen| seen.count)
    }

    /// Takes in what another part of the source had.
    pub fn merge(&mut self, other: &Oddities) {
        for (kind, seen) in &other.seen {
            let mine = self.entry(*kind);
            mine.merge(seen);
            if kind.is_common() {
                mine.first.truncate(1);
            }
        }
    }

    /// Forgets everything, keeping the memory.
    pub fn clear(&mut self) {
        self.seen.clear();
    }

    /// All kinds that were noted, in the order of [`OddityKind`].
    pub fn iter(&self) -> impl Iterator<Item = (OddityKind, &Occurrences)> {
        self.seen.iter().map(|(kind, seen)| (*kind, seen))
    }

    fn entry(&mut self, kind: OddityKind) -> &mut Occurrences {
        let at = match self.seen.binary_search_by_key(&kind, |(k, _)| *k) {
            Ok(at) => at,
            Err(at) => {
                self.seen.insert(at, (kind, Occurrences::default()));
                at
            }
        };
        &mut self.seen[at].1
    }
}
