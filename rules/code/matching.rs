//! The values that a rule means: where they stand, and the first of them.

use munilint_model::{FieldFacts, Occurrences, ValueFacts};

/// Values of one kind in a field.
#[derive(Default)]
pub(super) struct Matching<'a> {
    /// Where they stand, and how many there are.
    pub(super) seen: Occurrences,
    /// The different ones, by first place, without blanks around them.
    pub(super) texts: Vec<&'a str>,
}

impl<'a> Matching<'a> {
    /// The values for which `is_meant` holds.
    pub(super) fn of(values: impl IntoIterator<Item = &'a ValueFacts>, is_meant: impl Fn(&str) -> bool) -> Self {
        let mut matching = Matching::default();
        for value in values {
            let text = value.text.trim();
            if is_meant(text) {
                matching.seen.merge(&value.seen);
                matching.texts.push(text);
            }
        }
        matching
    }

    /// The first text; empty when there is none.
    pub(super) fn example(&self) -> &'a str {
        self.texts.first().copied().unwrap_or_default()
    }

    /// True when nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

/// The different values of a field that are not missing; none when there were too many of them to keep.
pub(super) fn present(field: &FieldFacts) -> Vec<&ValueFacts> {
    let values = field.values.as_deref().unwrap_or_default();
    values.iter().filter(|value| !value.shape.is_missing()).collect()
}
