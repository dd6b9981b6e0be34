//! How much of what a rule finds is let pass.

use crate::{Language, Occurrences, Place};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The most that a rule may find in a field, or in a file, before it counts for the exit status: `max` in `munilint.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Limit {
    /// So many.
    Count(u64),
    /// So many per cent of the rows of the file, from 0 to 100.
    Percent(f64),
}

/// A [`Limit`] as it is written: a number, or a text such as `0.5 %`.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Count(u64),
    Percent(String),
}

/// A text that is no [`Limit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoLimit;

impl fmt::Display for NoLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, or a share of the rows such as \"0.5 %\", from 0 to 100 %")
    }
}

impl std::error::Error for NoLimit {}

impl Limit {
    /// True when no more was seen than the limit lets pass, in a table of `rows` records. A share is one of rows: it lets
    /// nothing pass that is not counted in rows or cells.
    #[must_use]
    pub fn admits(self, seen: &Occurrences, in_field: bool, rows: u64) -> bool {
        match self {
            Limit::Count(most) => seen.count <= most,
            Limit::Percent(most) => {
                let of_rows = match seen.first.first() {
                    Some(Place::Cell { .. } | Place::Row { .. }) => true,
                    Some(_) => false,
                    None => in_field,
                };
                of_rows && seen.count as f64 * 100.0 <= most * rows as f64
            }
        }
    }

    /// As it is written in `language`: `12`, `0.5 %`, `0,5 %`.
    #[must_use]
    pub fn written(self, language: Language) -> String {
        match self {
            Limit::Count(most) => language.number(most),
            Limit::Percent(most) if language == Language::En => format!("{most} %"),
            Limit::Percent(most) => format!("{most} %").replace('.', ","),
        }
    }
}

impl FromStr for Limit {
    type Err = NoLimit;

    /// Reads a share: a number from 0 to 100, with a decimal point or comma, and a per cent sign.
    fn from_str(text: &str) -> Result<Self, NoLimit> {
        let number = text.strip_suffix('%').ok_or(NoLimit)?.trim_end_matches([' ', '\u{a0}']);
        let is_plain = number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
        let percent: f64 = number.replace(',', ".").parse().map_err(|_| NoLimit)?;
        if is_plain && (0.0..=100.0).contains(&percent) { Ok(Limit::Percent(percent)) } else { Err(NoLimit) }
    }
}

impl TryFrom<Written> for Limit {
    type Error = NoLimit;

    fn try_from(written: Written) -> Result<Self, NoLimit> {
        match written {
            Written::Count(most) => Ok(Limit::Count(most)),
            Written::Percent(text) => text.parse(),
        }
    }
}

impl From<Limit> for Written {
    fn from(limit: Limit) -> Written {
        match limit {
            Limit::Count(most) => Written::Count(most),
            Limit::Percent(_) => Written::Percent(limit.written(Language::En)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    const SPAN: Span = Span { byte: 0, line: 1, length: 1 };

    #[test]
    fn shares_are_read_and_written() {
        for (text, percent) in [("0.5 %", 0.5), ("0,5%", 0.5), ("12\u{a0}%", 12.0), ("100 %", 100.0), ("0 %", 0.0)] {
            assert_eq!(text.parse(), Ok(Limit::Percent(percent)), "{text}");
        }
        for text in ["0.5", "%", " %", "101 %", "-1 %", "1e1 %", "inf %", "NaN %", "1.2.3 %", "half"] {
            assert_eq!(text.parse::<Limit>(), Err(NoLimit), "{text}");
        }
        assert_eq!(Limit::Percent(0.5).written(Language::Nb), "0,5 %");
        assert_eq!(Limit::Count(12_000).written(Language::En), "12,000");
        let json = serde_json::to_string(&[Limit::Count(12), Limit::Percent(0.5)]).expect("it is plain data");
        assert_eq!(json, r#"[12,"0.5 %"]"#);
        assert!(serde_json::from_str::<Limit>("-1").is_err());
    }

    #[test]
    fn what_is_at_the_limit_passes() {
        let cell = Place::Cell { row: 2, column: 1, span: SPAN };
        let seen = |count, place| Occurrences { count, first: vec![place] };
        assert!(Limit::Count(3).admits(&seen(3, cell), true, 10) && !Limit::Count(3).admits(&seen(4, cell), true, 10));
        let half = Limit::Percent(0.5);
        assert!(half.admits(&seen(1, cell), true, 200) && !half.admits(&seen(1, cell), true, 199));
        assert!(half.admits(&Occurrences { count: 1, first: Vec::new() }, true, 200));
    }

    #[test]
    fn a_share_is_of_rows() {
        let all = Limit::Percent(100.0);
        for place in [Place::File, Place::Text(SPAN), Place::Field { column: 1 }] {
            assert!(!all.admits(&Occurrences::at(place), true, 100), "{place:?}");
        }
        assert!(!all.admits(&Occurrences { count: 1, first: Vec::new() }, false, 100));
    }
}
