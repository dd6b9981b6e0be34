//! The source as it lies, counted anew and slowly.

use munilint_model::{Encoding, Span};

/// Counts lines of a source while places ascend.
pub(crate) struct Source<'a> {
    bytes: &'a [u8],
    encoding: Encoding,
    /// Up to where line breaks were counted, and how many.
    counted: (usize, u64),
}

impl<'a> Source<'a> {
    /// A source in an encoding.
    pub(crate) fn new(bytes: &'a [u8], encoding: Encoding) -> Self {
        Source { bytes, encoding, counted: (0, 0) }
    }

    /// Places start over.
    pub(crate) fn rewind(&mut self) {
        self.counted = (0, 0);
    }

    /// A span lies inside the source, on character bounds, and its line is right.
    pub(crate) fn assert_span(&mut self, span: Span) {
        let start = usize::try_from(span.byte).expect("short");
        assert!(start + span.length as usize <= self.bytes.len(), "{span:?} is inside the source");
        let width = self.width();
        let mark = usize::from(self.encoding.is_utf16() && self.bytes.len() % 2 == 1);
        assert!(start % width == 0 || start + mark == self.bytes.len(), "{span:?} starts with a character");
        assert_eq!(span.line, 1 + self.breaks_before(start), "line of {span:?}");
    }

    /// The text of a span is `text`, as a run holds it.
    pub(crate) fn assert_text(&self, span: Span, text: &[u8]) {
        let start = usize::try_from(span.byte).expect("short");
        let raw = &self.bytes[start..start + span.length as usize];
        if self.encoding.is_utf16() {
            assert_eq!(self.encoding.decode(raw).as_bytes(), text, "{span:?}");
        } else {
            assert_eq!(raw, text, "{span:?}");
        }
    }

    fn width(&self) -> usize {
        if self.encoding.is_utf16() { 2 } else { 1 }
    }

    /// The character at a place, when it is one of ASCII; else 0xFF.
    fn at(&self, at: usize) -> Option<u8> {
        let unit = self.bytes.get(at..at + self.width())?;
        Some(match (self.encoding, unit) {
            (Encoding::Utf16Le, [byte, 0]) | (Encoding::Utf16Be, [0, byte]) => *byte,
            (_, [byte]) => *byte,
            _ => 0xFF,
        })
    }

    fn breaks_before(&mut self, end: usize) -> u64 {
        if end < self.counted.0 {
            self.rewind();
        }
        let (mut at, mut breaks) = self.counted;
        while at < end {
            let next = self.at(at + self.width());
            match self.at(at) {
                Some(b'\n') => breaks += 1,
                // The break is behind the whole of `\r\n`.
                Some(b'\r') if next != Some(b'\n') => breaks += 1,
                _ => {}
            }
            at += self.width();
        }
        self.counted = (at, breaks);
        breaks
    }
}
