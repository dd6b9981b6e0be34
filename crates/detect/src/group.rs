//! Groups of digits as people write identity numbers: eleven in a row, or a date of six and five more.

use std::ops::Range;

/// Digits of a group.
const ELEVEN: usize = 11;

/// The eleven digits of the group that ends with the digit at `last`; see [`group_span`].
#[must_use]
pub fn group_at(bytes: &[u8], last: usize) -> Option<[u8; 11]> {
    let span = group_span(bytes, last)?;
    let mut digits = [0; 11];
    let mut found = bytes[span].iter().copied().filter(u8::is_ascii_digit);
    for digit in &mut digits {
        *digit = found.next()?;
    }
    found.next().is_none().then_some(digits)
}

/// Where the group that ends with the digit at `last` stands in `bytes`.
///
/// A group is eleven digits; or six, one joining character and five; or a date `dd.mm.yy`, one joining character and five.
/// Joining characters are the space, hyphen, dot, the no-break space (0xA0, or C2 A0 in UTF-8), and in UTF-8 the narrow
/// no-break space, the non-breaking hyphen and the en dash. No digit stands directly before or after the group.
/// Digits joined to the group by a dot make it part of a decimal number or a longer code, and so does a hyphen beside a
/// group that is itself joined: neither is recognised. A comma does not count, for it may set two fields apart.
/// `12 34 56 78 90 1` is not a group.
#[must_use]
pub fn group_span(bytes: &[u8], last: usize) -> Option<Range<usize>> {
    let end = last.checked_add(1)?;
    let first = run_start(bytes, end);
    if is_digit(bytes, end) {
        return None;
    }
    match end - first {
        11 => alone(bytes, first..end, b'.'),
        5 => {
            let date_end = first - joiner_before(bytes, first)?;
            let joiner = bytes[date_end];
            let date = date_start(bytes, date_end)?;
            let span = alone(bytes, date..end, b'.')?;
            if joiner == b'-' { alone(bytes, span, b'-') } else { Some(span) }
        }
        _ => None,
    }
}

/// True when the group at `span` is written as identity numbers are and hardly anything else is: a date and five digits set
/// apart, or eleven behind two words with capitals, in brackets or after a comma: `Kari Nordmann (10915596784)`.
#[must_use]
pub fn is_written_as_identity(bytes: &[u8], span: &Range<usize>) -> bool {
    span.len() > ELEVEN || is_behind_name(&bytes[..span.start])
}

fn is_behind_name(before: &[u8]) -> bool {
    let Some(names) = before.strip_suffix(b" (").or_else(|| before.trim_ascii_end().strip_suffix(b",")) else {
        return false;
    };
    let mut words = names.rsplit(|&byte| byte == b' ');
    let mut is_capital =
        || words.next().and_then(<[u8]>::first).is_some_and(|&first| first.is_ascii_uppercase() || first >= 0xC0);
    is_capital() && is_capital()
}

fn is_digit(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit)
}

/// Start of the run of digits that ends before `end`; `end` itself when there is none. Twelve digits are enough to know.
fn run_start(bytes: &[u8], end: usize) -> usize {
    let mut start = end;
    while start > 0 && end - start < 12 && is_digit(bytes, start - 1) {
        start -= 1;
    }
    start
}

/// Length in bytes of the joining character that ends before `end`.
fn joiner_before(bytes: &[u8], end: usize) -> Option<usize> {
    let before = &bytes[..end];
    match before {
        [.., b' ' | b'-' | b'.'] => Some(1),
        [.., 0xC2, 0xA0] => Some(2),
        [.., 0xE2, 0x80, 0xAF | 0x91 | 0x93] => Some(3),
        // In a single-byte encoding; in UTF-8 the byte before would not be a digit.
        [.., b'0'..=b'9', 0xA0] => Some(1),
        _ => None,
    }
}

/// Start of `ddmmyy` or `dd.mm.yy` that ends before `end`.
fn date_start(bytes: &[u8], end: usize) -> Option<usize> {
    let year = run_start(bytes, end);
    match end - year {
        6 => Some(year),
        2 if year >= 6 => {
            let separator = bytes[year - 1];
            let dotted = matches!(separator, b'.' | b'-' | b'/')
                && bytes[year - 4] == separator
                && run_start(bytes, year - 1) == year - 3
                && run_start(bytes, year - 4) == year - 6;
            dotted.then(|| year - 6)
        }
        _ => None,
    }
}

/// The span, unless `joiner` ties it to more digits.
fn alone(bytes: &[u8], span: Range<usize>, joiner: u8) -> Option<Range<usize>> {
    let before = span.start >= 2 && bytes[span.start - 1] == joiner && is_digit(bytes, span.start - 2);
    let after = bytes.get(span.end) == Some(&joiner) && is_digit(bytes, span.end + 1);
    (!before && !after).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn group(text: &[u8]) -> Option<String> {
        let last = text.iter().rposition(u8::is_ascii_digit)?;
        group_at(text, last).map(|digits| String::from_utf8_lossy(&digits).into_owned())
    }

    #[test]
    fn eleven_digits_are_found_as_people_write_them() {
        let forms: [&[u8]; 12] = [
            b"10915596784",
            b"109155 96784",
            b"109155-96784",
            b"109155.96784",
            b"109155\xA096784",
            b"109155\xC2\xA096784",
            "109155\u{202f}96784".as_bytes(),
            "109155\u{2013}96784".as_bytes(),
            b"10.91.55 96784",
            b"10-91-55-96784",
            b"fnr:10915596784.",
            b"7,10915596784",
        ];
        for form in forms {
            assert_eq!(group(form).as_deref(), Some("10915596784"), "{}", String::from_utf8_lossy(form));
        }
        assert_eq!(group_span(b"fnr 109155 96784.", 15), Some(4..16));
        assert_eq!(group_at(b"10915596784 2024", 10), Some(*b"10915596784"));
    }

    #[test]
    fn what_is_written_as_identity_numbers_are_is_told_from_codes() {
        let is = |text: &str| {
            let last = text.bytes().rposition(|byte| byte.is_ascii_digit()).unwrap_or_default();
            group_span(text.as_bytes(), last).is_some_and(|span| is_written_as_identity(text.as_bytes(), &span))
        };
        for text in
            ["109155 96784", "10.91.55 96784", "sak til Kari Nordmann (10915596784)", "Øyvind Å. Ås, 10915596784."]
        {
            assert!(is(text), "{text}");
        }
        for text in
            ["10915596784", "ordre 10915596784", "til Kari, 10915596784", "KID (10915596784)", "ref. 10915596784"]
        {
            assert!(!is(text), "{text}");
        }
    }

    #[test]
    fn other_digits_are_not() {
        let forms: [&[u8]; 14] = [
            b"1091559678",
            b"109155967840",
            b"12 34 56 78 90 1",
            b"109155  96784",
            b"109155/96784",
            b"1109155 96784",
            b"109155 967840",
            b"0.10915596784",
            b"1.109155.96784",
            b"2024-109155-96784",
            "109155\u{e0}96784".as_bytes(),
            b"1.0.91.55 96784",
            b"91.55 96784",
            b"96784",
        ];
        for form in forms {
            assert_eq!(group(form), None, "{}", String::from_utf8_lossy(form));
        }
        assert_eq!(group_at(b"10915596784.5", 10), None);
        assert_eq!(group_at(b"109155967845", 10), None);
        assert_eq!(group_at(b"10915596784", 99), None);
        assert_eq!(group_at(b"", usize::MAX), None);
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(prop_oneof![Just(b'1'), Just(b'.'), Just(b' '), any::<u8>()], 0..40), at in 0_usize..50) {
            if let Some(span) = group_span(&bytes, at) {
                prop_assert_eq!(span.end, at + 1);
                prop_assert!(group_at(&bytes, at).is_some());
            }
        }
    }
}
