//! Which characters of its line a place is.

use munilint_model::{Encoding, Place, Span, TableSource};
use std::ops::Range;

/// A line that starts further before the place is not looked at, in bytes.
const WINDOW: usize = 1 << 16;

/// The characters of its line that a place in a table is, from 1; the end is the one behind its last. `None` for what is no
/// stretch of one line, and where it cannot be told: the line starts too far before it, or has bytes that are no characters.
pub(crate) fn characters(place: &Place, encoding: Encoding, source: &dyn TableSource) -> Option<Range<u64>> {
    let span = stretch(place)?;
    let length = span.length as usize;
    let (start, bytes) = source.window(span.byte, WINDOW, length).filter(|_| length <= WINDOW)?;
    within(span, encoding, start, &bytes)
}

/// As [`characters`], for a place in a text that is no table and is UTF-8.
pub(crate) fn characters_of_text(place: &Place, text: &[u8]) -> Option<Range<u64>> {
    within(stretch(place)?, Encoding::Utf8, 0, text)
}

/// Of a record the length is not kept.
fn stretch(place: &Place) -> Option<Span> {
    match place {
        Place::Cell { span, .. } => Some(*span),
        Place::Text(span) => Some(*span).filter(|span| span.length > 0),
        _ => None,
    }
}

/// `bytes` are a part of the source that starts at its byte `start`.
fn within(span: Span, encoding: Encoding, start: u64, bytes: &[u8]) -> Option<Range<u64>> {
    let at = usize::try_from(span.byte.checked_sub(start)?).ok()?;
    let stretch = bytes.get(at..at.checked_add(span.length as usize)?)?;
    let [before, stretch] = [&bytes[..at], stretch].map(|part| encoding.decode(part));
    let before = match before.rfind(['\n', '\r']) {
        Some(end) => &before[end + 1..],
        // A byte order mark is no character of the text.
        None if start == 0 => before.strip_prefix('\u{feff}').unwrap_or(&before),
        None => return None,
    };
    let is_unclear = |text: &str| text.contains(['\n', '\r', '\u{fffd}', '\u{feff}']);
    if is_unclear(before) || is_unclear(&stretch) {
        return None;
    }
    let first = before.chars().count() as u64 + 1;
    Some(first..first + stretch.chars().count() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The characters of the first `wanted` in a text that is written with `encoding`, of which the first `skipped` bytes are not
    /// looked at.
    fn of(text: &str, wanted: &str, encoding: Encoding, skipped: usize) -> Option<Range<u64>> {
        let written = |text: &str| {
            let mut bytes = Vec::new();
            text.chars().for_each(|c| encoding.push(c, &mut bytes).expect("the encoding has it"));
            bytes
        };
        let at = written(&text[..text.find(wanted).expect("it is there")]).len() as u64;
        let span = Span { byte: at, line: 1, length: u32::try_from(written(wanted).len()).expect("it is short") };
        within(span, encoding, skipped as u64, &written(text)[skipped..])
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let text = "\u{feff}blåbær;øl\r\nVadsø;Čáhcesuolu 🐟;5\r6;7";
        for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
            for (wanted, characters) in [
                ("blåbær", 1..7),
                ("øl", 8..10),
                ("Vadsø", 1..6),
                ("Čáhcesuolu 🐟", 7..19),
                ("5", 20..21),
                ("6", 1..2),
                ("", 1..1),
            ] {
                assert_eq!(of(text, wanted, encoding, 0), Some(characters), "{wanted} in {encoding}");
            }
        }
        assert_eq!(of("blåbær;øl\n", "øl", Encoding::Windows1252, 0), Some(8..10));
    }

    #[test]
    fn what_cannot_be_told_is_not() {
        let utf8 = |text, wanted, skipped| of(text, wanted, Encoding::Utf8, skipped);
        assert_eq!(utf8("a;b;c", "c", 2), None, "the line starts before what is looked at");
        assert_eq!(utf8("a\nb;c", "c", 1), Some(3..4));
        assert_eq!(utf8("a;\"b\nc\"", "b\nc", 0), None, "it is on two lines");
        let span = Span { byte: 2, line: 1, length: 1 };
        assert_eq!(within(span, Encoding::Utf8, 0, b"\xe6;b"), None, "who knows how many characters that is");
        assert_eq!(within(span, Encoding::Utf8, 0, b"a;"), None, "the source has become shorter");
        assert_eq!(stretch(&Place::Row { row: 1, span }), None);
    }
}
