//! How much of what a rule finds is let pass.

use crate::{Language, Occurrences, Place};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The most that a rule may find in a field, or in a file, before it counts for the exit status: `max` in `munilint.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Tolerance {
    /// So many.
    Count(u64),
    /// So many per cent of the rows of the file, from 0 to 100.
    Percent(f64),
}

/// A [`Tolerance`] as it is written: a number, or a text such as `0.5 %`.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Count(u64),
    Percent(String),
}

/// A text that is no [`Tolerance`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTolerance;

impl fmt::Display for NoTolerance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, or a share of the rows such as \"0.5 %\", from 0 to 100 %")
    }
}

impl std::error::Error for NoTolerance {}

impl Tolerance {
    /// True when no more was seen than the limit lets pass, in a table of `rows` records. A share is one of rows: it lets
    /// nothing pass that is not counted in rows or cells.
    #[must_use]
    pub fn admits(self, seen: &Occurrences, in_field: bool, rows: u64) -> bool {
        match self {
            Tolerance::Count(most) => seen.count <= most,
            Tolerance::Percent(most) => {
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
            Tolerance::Count(most) => language.number(most),
            Tolerance::Percent(most) if language == Language::En => format!("{most} %"),
            Tolerance::Percent(most) => format!("{most} %").replace('.', ","),
        }
    }
}

impl FromStr for Tolerance {
    type Err = NoTolerance;

    /// Reads a share: a number from 0 to 100, with a decimal point or comma, and a per cent sign.
    fn from_str(text: &str) -> Result<Self, NoTolerance> {
        let number = text.strip_suffix('%').ok_or(NoTolerance)?.trim_end_matches([' ', '\u{a0}']);
        let is_plain = number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
        let percent: f64 = number.replace(',', ".").parse().map_err(|_| NoTolerance)?;
        if is_plain && (0.0..=100.0).contains(&percent) { Ok(Tolerance::Percent(percent)) } else { Err(NoTolerance) }
    }
}

impl TryFrom<Written> for Tolerance {
    type Error = NoTolerance;

    fn try_from(written: Written) -> Result<Self, NoTolerance> {
        match written {
            Written::Count(most) => Ok(Tolerance::Count(most)),
            Written::Percent(text) => text.parse(),
        }
    }
}

impl From<Tolerance> for Written {
    fn from(limit: Tolerance) -> Written {
        match limit {
            Tolerance::Count(most) => Written::Count(most),
            Tolerance::Percent(_) => Written::Percent(limit.written(Language::En)),
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
            assert_eq!(text.parse(), Ok(Tolerance::Percent(percent)), "{text}");
        }
        for text in ["0.5", "%", " %", "101 %", "-1 %", "1e1 %", "inf %", "NaN %", "1.2.3 %", "half"] {
            assert_eq!(text.parse::<Tolerance>(), Err(NoTolerance), "{text}");
        }
        assert_eq!(Tolerance::Percent(0.5).written(Language::Nb), "0,5 %");
        assert_eq!(Tolerance::Count(12_000).written(Language::En), "12,000");
        let json = serde_json::to_string(&[Tolerance::Count(12), Tolerance::Percent(0.5)]).expect("it is plain data");
        assert_eq!(json, r#"[12,"0.5 %"]"#);
        assert!(serde_json::from_str::<Tolerance>("-1").is_err());
    }

    #[test]
    fn what_is_at_the_limit_passes() {
        let cell = Place::Cell { row: 2, column: 1, span: SPAN };
        let seen = |count, place| Occurrences { count, first: vec![place] };
        assert!(
            Tolerance::Count(3).admits(&seen(3, cell), true, 10)
                && !Tolerance::Count(3).admits(&seen(4, cell), true, 10)
        );
        let half = Tolerance::Percent(0.5);
        assert!(half.admits(&seen(1, cell), true, 200) && !half.admits(&seen(1, cell), true, 199));
        assert!(half.admits(&Occurrences { count: 1, first: Vec::new() }, true, 200));
    }

    #[test]
    fn a_share_is_of_rows() {
        let all = Tolerance::Percent(100.0);
        for place in [Place::File, Place::Text(SPAN), Place::Field { column: 1 }] {
            assert!(!all.admits(&Occurrences::at(place), true, 100), "{place:?}");
        }
        assert!(!all.admits(&Occurrences { count: 1, first: Vec::new() }, false, 100));
    }
}
