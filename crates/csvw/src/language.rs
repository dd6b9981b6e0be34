//! Language tags (BCP 47, RFC 5646): their form, and when two match.

use regex::Regex;
use std::sync::LazyLock;

/// The language that matches any other.
pub(crate) const UNDEFINED: &str = "und";

/// Tags that are registered and do not follow the grammar (RFC 5646, section 2.1: irregular).
const IRREGULAR: [&str; 17] = [
    "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo",
    "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
];

static TAG: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let language = "(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})";
    let variant = "(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})";
    let private = "x(?:-[a-z0-9]{1,8})+";
    Regex::new(&format!(
        "^(?i:{language}(?:-[a-z]{{4}})?(?:-(?:[a-z]{{2}}|[0-9]{{3}}))?(?:-{variant})*(?:-[0-9a-wy-z](?:-[a-z0-9]{{2,8}})+)*(?:-{private})?|{private})$"
    ))
    .ok()
});

/// True for a well-formed tag.
pub(crate) fn is_tag(text: &str) -> bool {
    TAG.as_ref().is_some_and(|tag| tag.is_match(text)) || IRREGULAR.contains(&text.to_ascii_lowercase().as_str())
}

/// True when the tags are equal once the longer is truncated to the shorter, or one is undefined.
pub(crate) fn matches(one: &str, other: &str) -> bool {
    let undefined = |tag: &str| tag.eq_ignore_ascii_case(UNDEFINED);
    let mut pairs = one.split('-').zip(other.split('-'));
    undefined(one) || undefined(other) || pairs.all(|(one, other)| one.eq_ignore_ascii_case(other))
}

#[cfg(test)]
mod tests {
    use super::{is_tag, matches};

    #[test]
    fn tags_have_a_form() {
        for tag in [
            "nb", "nn-NO", "zh-Hant-TW", "sl-rozaj-biske", "de-CH-1996", "en-a-myext-x-private", "x-mine", "i-klingon",
            "und", "es-419",
        ] {
            assert!(is_tag(tag), "{tag}");
        }
        for tag in ["", "n", "norsk bokmål", "en_GB", "en-", "1", "a-b", "de-419-DE", "x-"] {
            assert!(!is_tag(tag), "{tag}");
        }
    }

    #[test]
    fn shorter_tags_match_longer() {
        assert!(matches("en", "en-GB") && matches("EN-gb", "en") && matches("und", "de") && matches("de", "und"));
        assert!(!matches("en", "de") && !matches("en-GB", "en-US"));
    }
}
