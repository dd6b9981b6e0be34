//! KOSTRA's functions and types (Statistics Norway's municipal accounts).

use crate::areas::municipalities::is_digits;
use munilint_detect::codelist::CodeList;
use std::sync::LazyLock;

/// Functions of 2015, 2025 and 2026, of municipalities and counties.
pub(super) static FUNCTIONS: LazyLock<CodeList> = LazyLock::new(|| list("kostra-functions"));

/// Types of 2015: some have come since.
static TYPES: LazyLock<CodeList> = LazyLock::new(|| list("kostra-types"));

fn list(name: &str) -> CodeList {
    CodeList::parse(crate::codelist(name).unwrap_or_default()).unwrap_or_default()
}

/// The function that a text is or begins with: `201`, and `20100`, a municipality's own service within it.
pub(super) fn function(text: &str) -> Option<&str> {
    let is_code = (3..=6).contains(&text.len()) && is_digits(text, text.len());
    text.get(..3).filter(|_| is_code)
}

/// The function that stands behind a zero too many: `0100` is `100`. No function begins with a zero.
pub(super) fn padded_function(text: &str) -> Option<&str> {
    text.strip_prefix('0').filter(|rest| is_digits(rest, 3) && FUNCTIONS.contains(rest))
}

/// True when the text is a type that lost its zero: `10` is `010`.
pub(super) fn is_short_type(text: &str) -> bool {
    is_digits(text, 2) && TYPES.contains(&format!("0{text}"))
}

/// True when the list has the type.
pub(super) fn is_type(text: &str) -> bool {
    TYPES.contains(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_read() {
        assert_eq!((function("201"), function("20100"), function("0201")), (Some("201"), Some("201"), Some("020")));
        assert_eq!((function("20"), function("2010000"), function("20x"), function("æ1")), (None, None, None, None));
        assert_eq!(
            (padded_function("0100"), padded_function("0999"), padded_function("100")),
            (Some("100"), None, None)
        );
    }

    #[test]
    fn types_that_lost_a_zero_are_known() {
        assert!(is_short_type("10") && is_short_type("99") && !is_short_type("11") && !is_short_type("010"));
        assert!(is_type("010") && is_type("380") && !is_type("10"));
    }
}
