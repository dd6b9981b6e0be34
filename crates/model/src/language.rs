//! Languages that messages are written in.

use serde::{Deserialize, Serialize};

/// Language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Bokmål.
    Nb,
    /// Nynorsk; Bokmål where a text is not there.
    Nn,
    /// English.
    #[default]
    En,
}

impl Language {
    /// A count with its digits in threes from five digits up, as both languages advise: a no-break space in Norwegian, a
    /// comma in English.
    #[must_use]
    pub fn number(self, count: u64) -> String {
        let digits = count.to_string();
        if digits.len() < 5 {
            return digits;
        }
        let apart = if self == Language::En { ',' } else { '\u{a0}' };
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(apart);
            }
            out.push(digit);
        }
        out
    }
}
