//! From positions in a TOML string's text to positions in how it is written.

use std::ops::Range;

/// Where bytes `within` of a string's text stand in `written`, the string with its quotes.
///
/// When `written` is no string, or is shorter than that, the answer stays inside `written`.
pub(crate) fn inside(written: &str, within: Range<usize>) -> Range<usize> {
    let (open, basic) = opening(written);
    let quotes = if written.starts_with("\"\"\"") || written.starts_with("'''") { 3 } else { open.min(1) };
    let last = written.len().saturating_sub(quotes);
    let (mut at, mut decoded) = (open, 0);
    let (mut start, mut end) = (None, None);
    while at < last {
        let (length, means) = step(&written[at..last], basic);
        // What stands for nothing, a line that goes on, is not part of what is meant.
        if start.is_none() && decoded >= within.start && means > 0 {
            start = Some(at);
        }
        if decoded >= within.end && start.is_some() {
            end = Some(at);
            break;
        }
        at += length;
        decoded += means;
    }
    let start = start.unwrap_or(last);
    start..end.unwrap_or(last).max(start)
}

/// Length of the opening quotes (and the line break that a multi-line string drops), and whether escapes count.
fn opening(written: &str) -> (usize, bool) {
    for (quotes, basic) in [("\"\"\"", true), ("'''", false)] {
        if let Some(rest) = written.strip_prefix(quotes) {
            let dropped = if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
            return (3 + dropped, basic);
        }
    }
    match written.as_bytes().first() {
        Some(b'"') => (1, true),
        Some(b'\'') => (1, false),
        _ => (0, false),
    }
}

/// How many bytes the next character takes as it is written, and how many it stands for.
fn step(rest: &str, basic: bool) -> (usize, usize) {
    let mut chars = rest.chars();
    let first = chars.next().map_or(1, char::len_utf8);
    if !basic || !rest.starts_with('\\') {
        return (first, first);
    }
    let digits = match chars.next() {
        Some('x') => 2,
        Some('u') => 4,
        Some('U') => 8,
        // A backslash at the end of a line drops the blanks that follow.
        Some(c) if c.is_whitespace() => {
            let kept = rest[1..].trim_start().len();
            return (rest.len() - kept, 0);
        }
        Some(c) => return (1 + c.len_utf8(), 1),
        None => return (1, 1),
    };
    let code = rest.get(2..2 + digits).and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
    (2 + digits, code.map_or(1, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn positions_pass_through_quotes_and_escapes() {
        for (written, within, marked) in [
            ("'a(b'", 1..2, "("),
            (r#""a\\d(b""#, 3..4, "("),
            (r#""æ\u00e6(""#, 4..5, "("),
            (r#""\x41(""#, 1..2, "("),
            ("\"\"\"\na\\\n   (b\"\"\"", 1..2, "("),
            ("'''\n(b'''", 0..1, "("),
            ("'ab'", 2..2, ""),
            ("'ab'", 1..9, "b"),
            ("12", 0..9, "12"),
        ] {
            assert_eq!(&written[inside(written, within)], marked, "{written}");
        }
    }
}
