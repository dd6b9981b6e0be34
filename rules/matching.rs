//! The values that a rule means: where they stand, and the first of them.

use munilint_detect::number::number;
use munilint_model::{FieldFacts, Occurrences, ValueFacts};

/// Values of one kind in a field.
#[derive(Default)]
pub(crate) struct Matching<'a> {
    /// Where they stand, and how many there are.
    pub(crate) seen: Occurrences,
    /// The different ones, by first place, without blanks around them.
    pub(crate) texts: Vec<&'a str>,
    /// The first of them; empty when there is none.
    pub(crate) example: &'a str,
}

impl<'a> Matching<'a> {
    /// The values for which `is_meant` holds; it is given the text without blanks around it.
    pub(crate) fn of(
        values: impl IntoIterator<Item = &'a ValueFacts>,
        is_meant: impl Fn(&str, &ValueFacts) -> bool,
    ) -> Self {
        let mut matching = Matching::default();
        for value in values {
            let text = value.text.trim();
            if is_meant(text, value) {
                matching.seen.merge(&value.seen);
                matching.texts.push(text);
                matching.example = matching.texts[0];
            }
        }
        matching
    }

    /// How many different ones there are.
    pub(crate) fn different(&self) -> usize {
        self.texts.len()
    }

    /// True when nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

/// The different values of a field that are not missing; none when there were too many of them to keep.
pub(crate) fn present(field: &FieldFacts) -> Vec<&ValueFacts> {
    let values = field.values.as_deref().unwrap_or_default();
    values.iter().filter(|value| !value.shape.is_missing()).collect()
}

/// The number that a value is, blanks around it left out.
pub(crate) fn number_of(value: &ValueFacts) -> Option<f64> {
    number(value.text.trim().as_bytes())
}
