//! Whether a reason says something.

use std::collections::BTreeSet;

/// Fewest letters of a reason.
const FEWEST_LETTERS: usize = 10;
/// Fewest different words of it.
const FEWEST_WORDS: usize = 2;

/// What is written to have written something: it says that a finding may stand, not why. Lower case, words with one space
/// between them.
const EMPTY: [&str; 28] = [
    "alt er i orden", "as expected", "as it should be", "det er greit", "det er helt greit", "det er i orden",
    "det er ok", "dette er greit", "dette er i orden", "dette er ok", "en falsk positiv", "er som det skal",
    "falsk positiv", "false positive", "false alarm", "falsk alarm", "false positives", "ikke et problem",
    "ikke noe problem", "ikke relevant", "it is all right", "no problem here", "not a problem", "not relevant",
    "som forventet", "som det skal være", "this is fine", "this is okay",
];

/// What a reason must be, for the help of a fault.
pub(crate) const WANTED: &str = "write why this may stand, in some words that another person can judge by: \"Candidates are public by the Election Act\"";

/// True when a reason has letters and words enough to be one, and is none of the phrases that say nothing.
pub(crate) fn says_something(reason: &str) -> bool {
    let lower = reason.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let letters = lower.chars().filter(|c| c.is_alphabetic()).count();
    let different: BTreeSet<&str> =
        words.iter().copied().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    letters >= FEWEST_LETTERS && different.len() >= FEWEST_WORDS && !EMPTY.contains(&words.join(" ").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_says_why() {
        for reason in ["Public by law", "Kandidater er offentlige etter valgloven", "Kommunens egne numre (jf. § 3)"] {
            assert!(says_something(reason), "{reason}");
        }
    }

    #[test]
    fn what_says_nothing_is_no_reason() {
        for reason in [
            "ok", "x", "todo", "fordi", "Unntak", "OK OK OK OK OK", "Falsk positiv!", "This is fine.", "- - 1234567890",
        ] {
            assert!(!says_something(reason), "{reason}");
        }
    }
}
