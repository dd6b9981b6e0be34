//! Codes of occupations (SSB KLASS 7, STYRK-08, which follows ISCO-08).

use munilint_detect::codelist::CodeList;
use std::sync::LazyLock;

static OCCUPATIONS: LazyLock<CodeList> =
    LazyLock::new(|| CodeList::parse(crate::codelist("occupations").unwrap_or_default()).unwrap_or_default());

/// The code of one to four digits that a value is, by itself or with a name behind it: `2341 Grunnskolelærere`.
///
/// The seven digits of salary reports are another list's.
pub(super) fn code(text: &str) -> Option<&str> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (code, rest) = text.split_at(length);
    let name = rest.trim_start_matches(|c: char| c.is_whitespace() || "-–:.".contains(c));
    let is_alone = rest.is_empty() || (name.len() < rest.len() && name.starts_with(char::is_alphabetic));
    ((1..=4).contains(&length) && is_alone).then_some(code)
}

/// True when STYRK-08 has the code, on any level.
pub(super) fn is_known(code: &str) -> bool {
    OCCUPATIONS.contains(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read() {
        for (text, expected) in [
            ("2341", Some("2341")),
            ("2341 Grunnskolelærere", Some("2341")),
            ("23", Some("23")),
            ("0000", Some("0000")),
        ] {
            assert_eq!(code(text), expected, "{text}");
        }
        for text in ["2341101", "-1", "2341.5", "2-3", "Lærer", "", "12 30"] {
            assert_eq!(code(text), None, "{text}");
        }
        assert!(is_known("2341") && is_known("0") && !is_known("0009"));
    }
}
