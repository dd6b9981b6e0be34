//! Where lines start, so that offsets become places.

use munilint_model::{Place, Span};
use std::ops::Range;

/// The lines of a text.
pub(crate) struct Lines {
    /// Offsets of first bytes.
    starts: Vec<usize>,
    end: usize,
}

impl Lines {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let behind = bytes.iter().enumerate().filter(|&(_, &byte)| byte == b'\n').map(|(at, _)| at + 1);
        Lines { starts: std::iter::once(0).chain(behind).collect(), end: bytes.len() }
    }

    /// The stretch `range`, on the line where it starts.
    pub(crate) fn place(&self, range: Range<usize>) -> Place {
        let line = self.starts.partition_point(|&start| start <= range.start).max(1);
        Place::Text(Span {
            byte: range.start as u64,
            line: line as u64,
            length: u32::try_from(range.end.saturating_sub(range.start)).unwrap_or(u32::MAX),
        })
    }

    /// Each line's stretch, line end included.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = self.starts.iter().skip(1).copied().chain(std::iter::once(self.end));
        self.starts.iter().copied().zip(ends).map(|(start, end)| start..end)
    }
}

/// `range` of `bytes` without blanks around it.
pub(crate) fn trimmed(bytes: &[u8], range: Range<usize>) -> Range<usize> {
    let text = &bytes[range.clone()];
    let start = range.start + (text.len() - text.trim_ascii_start().len());
    start..start + text.trim_ascii().len()
}
