//! Regular expressions of ECMAScript, as far as they can be tested in linear time.

use regex::Regex;

/// An expression that a whole value must match.
#[derive(Debug)]
pub(crate) struct Expression {
    regex: Regex,
    written: String,
}

/// Why an expression cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is none.
    Invalid,
    /// It looks around or back, or is too large.
    Unsupported,
}

impl Expression {
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let translated = Translation::of(text)?;
        match Regex::new(&format!("^(?:{translated})$")) {
            Ok(regex) => Ok(Self { regex, written: text.to_owned() }),
            Err(regex::Error::CompiledTooBig(_)) => Err(Refusal::Unsupported),
            Err(_) => Err(Refusal::Invalid),
        }
    }

    pub(crate) fn matches(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }

    pub(super) fn written(&self) -> &str {
        &self.written
    }
}

/// An expression as it is written for the crate `regex`.
struct Translation<'a> {
    rest: &'a str,
    out: String,
}

impl<'a> Translation<'a> {
    fn of(text: &'a str) -> Result<String, Refusal> {
        let mut this = Self { rest: text, out: String::new() };
        // Whether a quantifier stands before, and whether it is made lazy.
        let mut quantified = (false, false);
        while let Some(c) = this.next() {
            let counts = c == '{' && this.counts();
            quantified = match (c, quantified) {
                ('?', (true, false)) => (true, true),
                ('*' | '+' | '?', (false, _)) => (true, false),
                ('*' | '+' | '?', _) => return Err(Refusal::Invalid),
                _ if counts && quantified.0 => return Err(Refusal::Invalid),
                _ => (counts, false),
            };
            match c {
                '\\' => this.escape(false)?,
                '[' => this.class()?,
                '(' => this.group()?,
                '{' if !counts => this.out.push_str("\\{"),
                '{' => {
                    let end = this.rest.find('}').map_or(this.rest.len(), |end| end + 1);
                    this.out.push('{');
                    this.out.push_str(&this.rest[..end]);
                    this.rest = &this.rest[end..];
                }
                '}' => this.out.push_str("\\}"),
                c => this.out.push(c),
            }
        }
        Ok(this.out)
    }

    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    /// The start of a group, which may have a name or none.
    fn group(&mut self) -> Result<(), Refusal> {
        self.out.push('(');
        let Some(behind) = self.rest.strip_prefix('?') else { return Ok(()) };
        if ["=", "!", "<=", "<!"].iter().any(|looks| behind.starts_with(looks)) {
            return Err(Refusal::Unsupported);
        }
        if !behind.starts_with([':', '<']) {
            return Err(Refusal::Invalid);
        }
        self.out.push('?');
        self.rest = behind;
        Ok(())
    }

    /// True when a quantifier follows the brace.
    fn counts(&self) -> bool {
        let Some((inner, _)) = self.rest.split_once('}') else { return false };
        let (least, most) = inner.split_once(',').unwrap_or((inner, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        !least.is_empty() && digits(least) && digits(most)
    }

    /// What follows a backslash. Digits and letters are ASCII in ECMAScript.
    fn escape(&mut self, in_class: bool) -> Result<(), Refusal> {
        let c = self.next().ok_or(Refusal::Invalid)?;
        match c {
            'd' => self.out.push_str("[0-9]"),
            'D' => self.out.push_str("[^0-9]"),
            'w' => self.out.push_str("[0-9A-Za-z_]"),
            'W' => self.out.push_str("[^0-9A-Za-z_]"),
            'b' if in_class => self.out.push_str("\\x08"),
            'b' | 'B' if in_class => return Err(Refusal::Invalid),
            'b' => self.out.push_str("(?-u:\\b)"),
            'B' => return Err(Refusal::Unsupported),
            '0' => self.out.push_str("\\x00"),
            '1'..='9' | 'k' => return Err(Refusal::Unsupported),
            'c' => {
                let letter = self.next().filter(char::is_ascii_alphabetic).ok_or(Refusal::Invalid)?;
                self.out.push_str(&format!("\\x{:02X}", letter as u32 % 32));
            }
            's' | 'S' | 'n' | 'r' | 't' | 'f' | 'v' | 'x' | 'u' | 'p' | 'P' => {
                self.out.push('\\');
                self.out.push(c);
                if matches!(c, 'u' | 'p' | 'P') && self.rest.starts_with('{') {
                    let end = self.rest.find('}').map(|end| end + 1).ok_or(Refusal::Invalid)?;
                    self.out.push_str(&self.rest[..end]);
                    self.rest = &self.rest[end..];
                }
            }
            c => self.out.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
        }
        Ok(())
    }

    /// A class; sets within sets, and what is done with them, are not ECMAScript's.
    fn class(&mut self) -> Result<(), Refusal> {
        let negated = self.rest.starts_with('^');
        if negated {
            self.next();
        }
        if self.rest.starts_with(']') {
            self.next();
            // Nothing, or anything.
            self.out.push_str(if negated { "[\\s\\S]" } else { "[^\\s\\S]" });
            return Ok(());
        }
        self.out.push_str(if negated { "[^" } else { "[" });
        loop {
            match self.next().ok_or(Refusal::Invalid)? {
                ']' => break,
                '\\' => self.escape(true)?,
                c @ ('[' | '&' | '~' | '^') => {
                    self.out.push('\\');
                    self.out.push(c);
                }
                '-' if self.rest.starts_with(['-', ']']) => self.out.push_str("\\-"),
                c => self.out.push(c),
            }
        }
        self.out.push(']');
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Expression, Refusal};
    use proptest::prelude::*;

    #[test]
    fn expressions_match_the_whole_value() {
        for (expression, right, wrong) in [
            ("[Aa]+", "AaA", "bA"),
            ("^\\d{4}$", "0301", "03011"),
            ("\\d{4}", "0301", "03011"),
            ("[[a]", "[", "b"),
            ("[a&&b]", "&", "c"),
            ("\\/\\-", "/-", "x"),
            ("a{,2}", "a{,2}", "aa"),
            ("\\w+", "a_1", "å"),
            ("[^]", "x", "xy"),
            ("[\\d-]+", "1-2", "a"),
            ("\\u00e5", "å", "a"),
            ("a|b", "b", "ab"),
        ] {
            let parsed = Expression::parse(expression).expect("it is valid");
            assert!(parsed.matches(right), "{expression}: {right}");
            assert!(!parsed.matches(wrong), "{expression}: {wrong}");
        }
    }

    #[test]
    fn expressions_may_be_refused() {
        for invalid in ["[", "(", "a**", "\\", "[b-a]"] {
            assert_eq!(Expression::parse(invalid).err(), Some(Refusal::Invalid), "{invalid}");
        }
        for unsupported in ["(?=a)", "(a)\\1", "(?<!a)b"] {
            assert_eq!(Expression::parse(unsupported).err(), Some(Refusal::Unsupported), "{unsupported}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(expression in "[\\[\\]\\\\(){}?*+^$|.,a-c0-9&~-]{0,20}|\\PC{0,10}") {
            if let Ok(expression) = Expression::parse(&expression) {
                expression.matches("abc");
            }
        }
    }
}
