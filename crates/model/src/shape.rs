//! What a cell looks like, from its bytes alone.

use crate::Occurrences;
use serde::{Deserialize, Serialize};

/// Lexical shape of a cell. Every present cell has exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Shape {
    /// No bytes.
    Empty,
    /// Blanks and nothing else.
    Blank,
    /// One of [`MARKERS`]: a sign or word that stands for a missing value.
    Marker,
    /// Digits, with or without a sign.
    Integer,
    /// Digits in groups of three set apart by blanks or no-break spaces: `1 234`.
    GroupedInteger,
    /// A number with a decimal comma: `12,5`.
    DecimalComma,
    /// A number with a decimal point: `12.5`.
    DecimalPoint,
    /// A number with a decimal point and digits in groups, set apart by commas or blanks: `1,234.50`, `1 234.50`.
    GroupedPoint,
    /// A number with a decimal comma and digits in groups, set apart by points or blanks: `1.234,50`, `1 234,50`.
    GroupedComma,
    /// A number with an exponent: `1.3E+10`.
    Scientific,
    /// `2024-01-31`
    DateIso,
    /// `31.01.2024`, also with one-digit day and month
    DateDotted,
    /// `31/01/2024` or `01/31/2024`
    DateSlashed,
    /// `31.01.24`
    DateShortYear,
    /// A date of one of the forms above with a time of day.
    DateTime,
    /// Shaped as a date of one of the forms above, on a day that is not in the calendar.
    ImpossibleDate,
    /// `13:45` or `13:45:00`
    Time,
    /// Anything else.
    Text,
}

impl Shape {
    /// How many shapes there are.
    pub const COUNT: usize = Shape::Text as usize + 1;

    /// Every shape, in order.
    pub const ALL: [Shape; Shape::COUNT] = [
        Shape::Empty,
        Shape::Blank,
        Shape::Marker,
        Shape::Integer,
        Shape::GroupedInteger,
        Shape::DecimalComma,
        Shape::DecimalPoint,
        Shape::GroupedPoint,
        Shape::GroupedComma,
        Shape::Scientific,
        Shape::DateIso,
        Shape::DateDotted,
        Shape::DateSlashed,
        Shape::DateShortYear,
        Shape::DateTime,
        Shape::ImpossibleDate,
        Shape::Time,
        Shape::Text,
    ];

    /// True for numbers.
    #[must_use]
    pub fn is_number(self) -> bool {
        (Shape::Integer..=Shape::Scientific).contains(&self)
    }

    /// True for dates that are in the calendar, with or without a time of day.
    #[must_use]
    pub fn is_date(self) -> bool {
        (Shape::DateIso..=Shape::DateTime).contains(&self)
    }

    /// True when the cell holds no value: empty, blank or a missing marker.
    #[must_use]
    pub fn is_missing(self) -> bool {
        self <= Shape::Marker
    }
}

/// Signs and words that stand for a missing value, as Statistics Norway and common tools write them.
///
/// SSB: `.` cannot occur, `..` missing, `...` missing so far, `:` not shown for confidentiality, `-` zero, `*` preliminary.
pub const MARKERS: [&str; 22] = [
    ".", "..", "...", "....", ":", "-", "--", "*", "NA", "N/A", "n/a", "NULL", "Null", "null", "None", "NaN", "nan",
    "#N/A", "#I/T", "#REF!", "?", "(null)",
];

/// A count with its first places, for one shape.
pub type Tally = Occurrences;

/// How often one of [`MARKERS`] stands in a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkerTally {
    /// Which, as it is written.
    pub marker: String,
    /// Where.
    pub seen: Occurrences,
}
