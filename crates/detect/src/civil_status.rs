//! Civil status as people and registers write it.

use crate::header::fold;

/// A set of texts that belong together, as a field writes civil status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coding {
    /// `1` to `9`: SSB KLASS 19 or, to `5` only, KLASS 553.
    Number,
    /// `U`, `G`, `E`, `S`.
    Letter,
    /// `Ugift`, `Gift`, in Bokmål or Nynorsk.
    Word,
    /// `Single`, `Married`.
    English,
}

/// The coding in which a text tells a civil status; `None` when it tells none. Capitals make no difference.
///
/// What is not told (`Uoppgitt`, `0`) and totals are no civil status. A digit or a letter only is one in a field of them.
#[must_use]
pub fn coding(text: &str) -> Option<Coding> {
    Some(match fold(text).as_str() {
        "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" => Coding::Number,
        "u" | "g" | "e" | "s" => Coding::Letter,
        "ugift"
        | "gift"
        | "skilt"
        | "separert"
        | "skilt separert"
        | "separert skilt"
        | "enke"
        | "enkemann"
        | "enke enkemann"
        | "enke eller enkemann"
        | "enkje"
        | "enkjemann"
        | "enkje enkjemann"
        | "samboer"
        | "sambuar"
        | "registrert partner"
        | "gjenlevende partner"
        | "attlevande partner"
        | "skilt partner"
        | "separert partner" => Coding::Word,
        "single" | "unmarried" | "never married" | "married" | "divorced" | "separated" | "widow" | "widower"
        | "widowed" | "widow widower" | "cohabitant" | "registered partner" => Coding::English,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codings_are_told_apart() {
        for (texts, expected) in [
            (["1", "4", "9"], Coding::Number),
            (["U", "g", "S"], Coding::Letter),
            (["Enke/enkemann", "SKILT", "Skilt/separert"], Coding::Word),
            (["Married", "never married", "Widow/widower"], Coding::English),
        ] {
            texts.into_iter().for_each(|text| assert_eq!(coding(text), Some(expected), "{text}"));
        }
        for text in ["0", "10", "Uoppgitt", "I alt", "", "K"] {
            assert_eq!(coding(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(text in ".{0,12}") {
            let _ = coding(&text);
        }
    }
}
