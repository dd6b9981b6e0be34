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

/// Codes that hold others of the same field.
pub(super) struct Nested<'a> {
    /// The codes on the wider levels.
    pub(super) wide: Matching<'a>,
    /// A code within the first of them.
    pub(super) part: String,
}

impl<'a> Nested<'a> {
    /// Looks for codes with which others begin: in most classifications each digit more is a level further down. `code` reads
    /// a value; values that are none are left out. `None` when no code holds another.
    pub(super) fn of(values: &[&'a ValueFacts], code: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let mut codes: Vec<String> = values.iter().filter_map(|value| code(value.text.trim())).collect();
        codes.sort();
        codes.dedup();
        // In the order of text a code stands directly before those that begin with it.
        let part_of = |text: &str| {
            let wide = code(text)?;
            let next = codes.partition_point(|known| *known <= wide);
            codes.get(next).filter(|part| part.starts_with(&wide))
        };
        let wide = Matching::of(values.iter().copied(), |text, _| part_of(text).is_some());
        let part = part_of(wide.example)?.clone();
        Some(Nested { wide, part })
    }
}
