use super::area_names::{numbers_of, without_brackets};
use crate::matching::present;
use munilint_model::{Body, Findings, Occurrences, Options, Role, TableFacts};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Facts(judge);

/// A way to write a name, and where it is written so.
type Spelling<'a> = (&'a str, &'a Occurrences);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityName) {
        // Spellings by the numbers that they stand for; a county in brackets tells two municipalities apart.
        let mut spellings: BTreeMap<(Vec<&str>, &str), Vec<Spelling<'_>>> = BTreeMap::new();
        for value in present(field) {
            let text = value.text.trim();
            let Some(numbers) = numbers_of(text) else { continue };
            let county = &text[without_brackets(text).len()..];
            spellings.entry((numbers.iter().copied().collect(), county)).or_default().push((text, &value.seen));
        }
        let mut mixed: Vec<_> = spellings.into_values().map(one_of_each).filter(|forms| forms.len() > 1).collect();
        mixed.sort_by_key(|forms| forms[0].1.first.first().copied());
        let Some(first) = mixed.first() else { continue };
        let mut seen = Occurrences::default();
        // The most frequent spelling is taken to be meant; the others are told of.
        for forms in &mixed {
            forms[1..].iter().for_each(|(_, more)| seen.merge(more));
        }
        let texts: Vec<&str> = first.iter().map(|(text, _)| *text).collect();
        found.add(Some(field.column), seen).excerpts("forms", texts).count("names", mixed.len() as u64);
    }
}

/// The most frequent spelling first, then by first place.
fn one_of_each(mut forms: Vec<Spelling<'_>>) -> Vec<Spelling<'_>> {
    forms.sort_by_key(|(text, seen)| (u64::MAX - seen.count, seen.first.first().copied(), *text));
    forms.dedup_by_key(|(text, _)| *text);
    forms
}
