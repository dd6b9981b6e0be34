//! Languages that messages are written in.

use crate::Excerpt;
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
    /// That of three things which is in this language; they are in Bokmål, Nynorsk and English.
    #[must_use]
    pub fn pick<T>(self, [nb, nn, en]: [T; 3]) -> T {
        match self {
            Language::Nb => nb,
            Language::Nn => nn,
            Language::En => en,
        }
    }

    /// The name of a field that has none: what it is called by its 1-based position.
    #[must_use]
    pub fn column(self, position: u32) -> String {
        if self == Language::En { format!("column {position}") } else { format!("kolonne {position}") }
    }

    /// How the name `name` of the field at the 1-based `position` is said: as it is, unless it is but its position, which is
    /// named in English whatever the language, for configurations and fingerprints to hold on to.
    #[must_use]
    pub fn field_name(self, name: Excerpt, position: u32) -> Excerpt {
        let unnamed = self != Language::En && name.as_str() == Language::En.column(position);
        if unnamed { Excerpt::whole(&self.column(position)) } else { name }
    }

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
