//! `sh:pattern` with `sh:flags`: the regular expressions of XPath, matched in linear time.

use regex::{Regex, RegexBuilder};
use std::fmt;

/// A regular expression as SPARQL's `REGEX` takes it.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// As written.
    pub pattern: String,
    /// Of `s`, `m`, `i`, `x`, `q`, as written; empty when there are none.
    pub flags: String,
    regex: Regex,
}

/// Why a pattern cannot be matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError(String);

impl fmt::Display for PatternError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl std::error::Error for PatternError {}

impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// When the pattern is none, looks around or back (which linear time excludes), or there is no such flag.
    pub fn new(pattern: &str, flags: &str) -> Result<Self, PatternError> {
        if let Some(flag) = flags.chars().find(|flag| !"smixq".contains(*flag)) {
            return Err(PatternError(format!("there is no flag {flag:?}")));
        }
        let has = |flag| flags.contains(flag);
        let text = if has('q') { regex::escape(pattern) } else { translated(pattern, has('x')) };
        let built = RegexBuilder::new(&text)
            .dot_matches_new_line(has('s'))
            .multi_line(has('m') && !has('q'))
            .case_insensitive(has('i'))
            .build();
        let regex = built.map_err(|error| PatternError(last_line(&error)))?;
        Ok(Self { pattern: pattern.to_owned(), flags: flags.to_owned(), regex })
    }

    /// True when the pattern matches somewhere in the text.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }
}

/// The regex crate draws the place over several lines; the last one says what is wrong.
fn last_line(error: &regex::Error) -> String {
    error.to_string().lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

/// The pattern with what XML Schema and XPath have of their own in the words of the regex crate: `\i` and `\c` (the letters of
/// names), a class without another one, blanks without meaning. Within a class `&` and `~` mean themselves.
fn translated(pattern: &str, free: bool) -> String {
    const FIRST: &str = r":_\p{L}\p{Nl}";
    const NAME: &str = r"\-.:_\p{L}\p{Nl}\p{M}\p{Nd}\u{B7}";
    let mut text = String::with_capacity(pattern.len());
    let mut depth = 0_u32;
    let mut ahead = pattern.chars().peekable();
    while let Some(at) = ahead.next() {
        match at {
            '\\' => match ahead.next() {
                Some('i') if depth == 0 => text.extend(["[", FIRST, "]"]),
                Some('c') if depth == 0 => text.extend(["[", NAME, "]"]),
                Some('i') => text.push_str(FIRST),
                Some('c') => text.push_str(NAME),
                Some('I') => text.extend(["[^", FIRST, "]"]),
                Some('C') => text.extend(["[^", NAME, "]"]),
                Some(other) => text.extend(['\\', other]),
                None => text.push('\\'),
            },
            '[' => {
                depth += 1;
                text.push('[');
                if ahead.next_if_eq(&'^').is_some() {
                    text.push('^');
                }
            }
            ']' => {
                depth = depth.saturating_sub(1);
                text.push(']');
            }
            '-' if depth > 0 && ahead.peek() == Some(&'[') => text.push_str("--"),
            '&' | '~' if depth > 0 => text.extend(['\\', at]),
            blank if free && depth == 0 && matches!(blank, ' ' | '\t' | '\n' | '\r') => {}
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_as_in_xpath() {
        for (pattern, flags, text, expected) in [
            ("^a", "", "ab", true),
            ("b$", "", "ab\n", false),
            ("A.B", "i", "a\nb", false),
            ("A.B", "is", "a\nb", true),
            ("^b", "m", "a\nb", true),
            ("a b # c", "x", "ab#c", true),
            ("[ ]", "x", " ", true),
            ("a.b", "q", "a.b", true),
            ("a.b", "q", "axb", false),
            ("^[a-z-[aeiou]]+$", "", "xyz", true),
            ("^[a-z-[aeiou]]+$", "", "xaz", false),
            ("^[a&&b]+$", "", "a&b", true),
            (r"^\i\c*$", "", "rdf:type", true),
            (r"^\i\c*$", "", "1a", false),
            (r"^[\i-[:]][\c-[:]]*$", "", "a:b", false),
            (r"^\d{3}-\d{2}$", "", "123-45", true),
            (r"^https?:\/\/", "", "http://", true),
        ] {
            let found = Pattern::new(pattern, flags).map(|pattern| pattern.matches(text));
            assert_eq!(found, Ok(expected), "{pattern:?} {flags:?} {text:?}");
        }
    }

    #[test]
    fn what_cannot_be_matched_is_said() {
        for (pattern, flags) in [("(?=a)b", ""), (r"(a)\1", ""), ("(", ""), ("a", "g")] {
            let error = Pattern::new(pattern, flags).expect_err(pattern);
            assert!(!error.to_string().is_empty() && !error.to_string().contains('\n'), "{error}");
        }
    }
}
