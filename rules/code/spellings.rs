//! The ways in which the values of a field write one thing.

use munilint_model::{Occurrences, ValueFacts};
use std::collections::BTreeMap;

/// Things that are written in several ways.
pub(super) struct Mixed<'a> {
    /// Where the rarer spellings stand.
    pub(super) seen: Occurrences,
    /// The spellings of the thing that comes first, the most frequent one first.
    pub(super) forms: Vec<&'a str>,
    /// How many things are written in several ways.
    pub(super) things: u64,
    /// The most frequent spelling, by each of the rarer ones.
    pub(super) usual: BTreeMap<String, String>,
}

/// The spellings of one thing, with where each stands.
type Forms<'a> = Vec<(&'a str, Occurrences)>;

impl<'a> Mixed<'a> {
    /// Of values that each come with the thing they stand for. Blanks around a value and a blank too many inside make no
    /// other spelling. `None` when everything is written in one way.
    pub(super) fn of<K: Ord>(values: impl IntoIterator<Item = (K, &'a ValueFacts)>) -> Option<Self> {
        let mut things: BTreeMap<K, Forms<'a>> = BTreeMap::new();
        for (thing, value) in values {
            let forms = things.entry(thing).or_default();
            let text = value.text.trim();
            match forms.iter_mut().find(|(form, _)| form.split_whitespace().eq(text.split_whitespace())) {
                Some((_, seen)) => seen.merge(&value.seen),
                None => forms.push((text, value.seen.clone())),
            }
        }
        let mut mixed: Vec<Forms<'a>> = things.into_values().filter(|forms| forms.len() > 1).collect();
        for forms in &mut mixed {
            // The most frequent spelling is taken to be meant; the others are told of.
            forms.sort_by_key(|(text, seen)| (u64::MAX - seen.count, seen.first.first().copied(), *text));
        }
        mixed.sort_by_key(|forms| forms[0].1.first.first().copied());
        let forms = mixed.first()?.iter().map(|(text, _)| *text).collect();
        let mut seen = Occurrences::default();
        mixed.iter().flat_map(|forms| &forms[1..]).for_each(|(_, more)| seen.merge(more));
        let rarer = |forms: &Forms<'_>| -> Vec<(String, String)> {
            forms[1..].iter().map(|(text, _)| ((*text).to_owned(), forms[0].0.to_owned())).collect()
        };
        Some(Mixed { seen, forms, things: mixed.len() as u64, usual: mixed.iter().flat_map(rarer).collect() })
    }
}
