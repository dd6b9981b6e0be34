//! The text of an example as the bytes of a file.

use munilint_model::Encoding;
use std::ops::Range;

/// Why a text cannot be encoded, and which of its bytes are meant.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unfit {
    pub(crate) at: Range<usize>,
    pub(crate) message: String,
}

/// The encoding of that name, as pages write it.
pub(crate) fn encoding(name: &str) -> Option<Encoding> {
    ENCODINGS.into_iter().find(|encoding| encoding.name() == name)
}

/// Every encoding that an example can have.
pub(crate) const ENCODINGS: [Encoding; 8] = [
    Encoding::Utf8,
    Encoding::Utf16Le,
    Encoding::Utf16Be,
    Encoding::Windows1252,
    Encoding::Iso8859_1,
    Encoding::Iso8859_10,
    Encoding::Iso8859_15,
    Encoding::Macintosh,
];

/// Encodes `text`; with `escaped`, `\r \n \t \0 \xHH \u{HHHH} \\` are decoded first (`\xHH` is a byte as it is).
pub(crate) fn encode(text: &str, encoding: Encoding, escaped: bool) -> Result<Vec<u8>, Unfit> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let mut length = c.len_utf8();
        let mut meant = Meant::Char(c);
        if escaped && c == '\\' {
            let Some(found) = escape(&text[at..]) else {
                let end = at + text[at..].chars().take(2).map(char::len_utf8).sum::<usize>();
                let message = r"the escapes are \r \n \t \0 \xHH \u{HHHH} \\".to_owned();
                return Err(Unfit { at: at..end, message });
            };
            (meant, length) = found;
        }
        match meant {
            Meant::Byte(byte) => bytes.push(byte),
            Meant::Char(c) => {
                let pushed = encoding.push(c, &mut bytes);
                pushed.ok_or_else(|| Unfit {
                    at: at..at + length,
                    message: format!("{encoding} has no such character"),
                })?;
            }
        }
        at += length;
    }
    Ok(bytes)
}

enum Meant {
    Char(char),
    Byte(u8),
}

/// What the escape at the start of `rest` means, and how long it is.
fn escape(rest: &str) -> Option<(Meant, usize)> {
    let simple = |c| Some((Meant::Char(c), 2));
    match rest.as_bytes().get(1)? {
        b'r' => simple('\r'),
        b'n' => simple('\n'),
        b't' => simple('\t'),
        b'0' => simple('\0'),
        b'\\' => simple('\\'),
        b'x' => Some((Meant::Byte(u8::from_str_radix(rest.get(2..4)?, 16).ok()?), 4)),
        b'u' => {
            let hex = rest.get(2..)?.strip_prefix('{')?;
            let hex = &hex[..hex.find('}')?];
            let c = char::from_u32(u32::from_str_radix(hex, 16).ok()?)?;
            Some((Meant::Char(c), hex.len() + 4))
        }
        _ => None,
    }
}

/// The text with escapes for what cannot be seen in a page; `None` when there is no such thing.
pub(crate) fn escaped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut is_needed = false;
    while let Some(c) = chars.next() {
        let ends_line = chars.peek().is_none_or(|&next| matches!(next, '\n' | '\r'));
        let invisible = c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
        is_needed |= invisible && !(c == '\n' || c == ' ' && !ends_line);
        match c {
            '\\' => out.push_str(r"\\"),
            '\r' => out.push_str(r"\r"),
            '\t' => out.push_str(r"\t"),
            ' ' if ends_line => out.push_str(r"\x20"),
            ' ' | '\n' => out.push(c),
            _ if invisible => out.extend(c.escape_unicode()),
            _ => out.push(c),
        }
    }
    is_needed.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_comes_back() {
        for encoding in ENCODINGS {
            let bytes = encode("Bærum;å\n", encoding, false).expect("fits");
            assert_eq!(encoding.decode(&bytes), "Bærum;å\n", "{encoding}");
        }
        assert_eq!(encode("€", Encoding::Windows1252, false), Ok(vec![0x80]));
        let unfit = encode("a€", Encoding::Iso8859_1, false).expect_err("no such character");
        assert_eq!(unfit.at, 1..4);
    }

    #[test]
    fn what_is_escaped_comes_back() {
        for text in ["a;b\n1; \r\n", "\u{feff}a\n\\", "1\u{a0}2\t3\u{200b}", " a b \n"] {
            let shown = escaped(text).expect("something cannot be seen");
            assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown}");
            assert_eq!(encode(&shown, Encoding::Utf8, true), Ok(text.as_bytes().to_vec()), "{shown}");
        }
        assert_eq!(escaped("a b;\\\n c\n"), None);
    }

    #[test]
    fn escapes_are_decoded() {
        let bytes = encode(r"\u{feff}a\r\n\t\0\xC3\\", Encoding::Utf8, true);
        assert_eq!(bytes, Ok(b"\xef\xbb\xbfa\r\n\t\0\xc3\\".to_vec()));
        for (text, at) in [(r"a\q", 1..3), (r"\x4", 0..2), (r"\u{d800}", 0..2), ("\\", 0..1), ("\\é", 0..3)] {
            assert_eq!(encode(text, Encoding::Utf8, true).expect_err("unknown").at, at, "{text}");
        }
        assert_eq!(encode(r"\r", Encoding::Utf8, false), Ok(br"\r".to_vec()));
    }
}
