//! What is no delimited text, told from its first bytes.

use crate::unreadable::Foreign;

/// What a source is that begins with `head`, when it is no delimited text.
///
/// Binary formats by the numbers that `file(1)` knows them by; JSON, XML, PX and SOSI by how they must begin.
pub(crate) fn foreign(head: &[u8]) -> Option<Foreign> {
    const BINARY: [(&[u8], Foreign); 9] = [
        (b"PK\x03\x04", Foreign::Zip),
        (b"\x1f\x8b", Foreign::Gzip),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::OldOffice),
        (b"%PDF-", Foreign::Pdf),
        (b"SQLite format 3\0", Foreign::Sqlite),
        (b"PAR1", Foreign::Parquet),
        (b"\x28\xB5\x2F\xFD", Foreign::Zstandard),
        (b"BZh", Foreign::Bzip2),
        (b"\x7FELF", Foreign::Program),
    ];
    if let Some((_, kind)) = BINARY.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(*kind);
    }
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let second = text.get(1..).unwrap_or_default().trim_ascii_start().first().copied();
    match text.first()? {
        b'{' if matches!(second, Some(b'"' | b'}')) => Some(Foreign::Json),
        b'[' if matches!(second, Some(b'{' | b'[' | b']')) => Some(Foreign::Json),
        b'<' if text.starts_with(b"<?xml") || is_tag(text) => Some(Foreign::Xml),
        b'.' if text.starts_with(b".HODE") => Some(Foreign::Sosi),
        b'C' if text.starts_with(b"CHARSET=\"") => Some(Foreign::Px),
        b'A' if text.starts_with(b"AXIS-VERSION=\"") => Some(Foreign::Px),
        _ => None,
    }
}

/// `<name>` or `<name attribute…`, `<!DOCTYPE`, `<!--`: a first cell of a table does not look so.
fn is_tag(text: &[u8]) -> bool {
    let name =
        text[1..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-')).count();
    text.starts_with(b"<!") || (name > 0 && matches!(text.get(1 + name), Some(b'>' | b' ' | b'/' | b'\n' | b'\r')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_delimited_text_is_named() {
        for head in [
            "{\"a\": 1}", " [\n {", "<?xml version", "<html>", "<gml:Feature x", ".HODE 0", "CHARSET=\"ANSI\";",
            "PK\x03\x04",
        ] {
            assert!(foreign(head.as_bytes()).is_some(), "{head}");
        }
        for head in ["a;b", "{a};b", "[x];y", "<5;6", ".;1", "CHARSET;b", "", "\u{feff}navn;alder"] {
            assert_eq!(foreign(head.as_bytes()), None, "{head}");
        }
    }
}
