//! A field that writes the same things in several codings.

use crate::matching::Matching;
use munilint_model::ValueFacts;

/// The codings of a field, when there are several.
pub(super) struct Mixed<'a, C> {
    /// What stands in another coding than the most common one.
    pub(super) rare: Matching<'a>,
    /// The codings with the first value of each, the most common first, then by first place.
    pub(super) codings: Vec<(C, &'a str)>,
}

impl<'a, C: Copy + PartialEq> Mixed<'a, C> {
    /// Sets the values apart by `coding`; those that have none are left out. `None` when they have one coding or none.
    pub(super) fn of(values: &[&'a ValueFacts], coding: impl Fn(&str) -> Option<C>) -> Option<Self> {
        let mut counted: Vec<(C, &str, u64)> = Vec::new();
        for value in values {
            let text = value.text.trim();
            let Some(of_value) = coding(text) else { continue };
            match counted.iter_mut().find(|(known, ..)| *known == of_value) {
                Some((.., count)) => *count += value.seen.count,
                None => counted.push((of_value, text, value.seen.count)),
            }
        }
        counted.sort_by_key(|(.., count)| u64::MAX - count);
        let (main, ..) = *counted.first().filter(|_| counted.len() > 1)?;
        let rare = Matching::of(values.iter().copied(), |text, _| coding(text).is_some_and(|found| found != main));
        Some(Mixed { rare, codings: counted.into_iter().map(|(coding, text, _)| (coding, text)).collect() })
    }

    /// The first value of each coding.
    pub(super) fn examples(&self) -> impl Iterator<Item = &'a str> {
        self.codings.iter().map(|(_, example)| *example)
    }
}
