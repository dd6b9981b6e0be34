//! The values of a field that a rule asks for.

use munilint_detect::number::number;
use munilint_model::{Occurrences, ValueFacts};

/// Values that fit what was asked.
#[derive(Default)]
pub(super) struct Matching<'a> {
    /// Where they stand.
    pub(super) seen: Occurrences,
    /// The one that stands first, without blanks around it.
    pub(super) example: &'a str,
    /// How many different ones there are.
    pub(super) different: usize,
}

/// The values that `fits` is true for. `fits` is given the text without blanks around it.
pub(super) fn matching<'a>(values: &'a [ValueFacts], fits: impl Fn(&str, &ValueFacts) -> bool) -> Matching<'a> {
    let mut found = Matching::default();
    for value in values {
        let text = value.text.trim();
        if fits(text, value) {
            found.seen.merge(&value.seen);
            found.example = if found.different == 0 { text } else { found.example };
            found.different += 1;
        }
    }
    found
}

/// The number that a value is, blanks around it left out.
pub(super) fn number_of(value: &ValueFacts) -> Option<f64> {
    number(value.text.trim().as_bytes())
}
