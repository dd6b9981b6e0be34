//! Names of municipalities, counties, city districts and postal places, and what is written beside them.

use super::municipalities::MUNICIPALITIES;
use munilint_detect::codelist::{CodeList, Entry};
use munilint_detect::header::fold;
use munilint_detect::label::is_slip;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Counties since 1971.
pub(crate) static COUNTIES: LazyLock<CodeList> = LazyLock::new(|| list("counties"));

/// City districts (bydeler) of Oslo, Bergen, Stavanger and Trondheim.
pub(crate) static CITY_DISTRICTS: LazyLock<CodeList> = LazyLock::new(|| list("city-districts"));

/// Postal codes, each with its place.
pub(crate) static POSTAL_CODES: LazyLock<CodeList> = LazyLock::new(|| list("postal-codes"));

/// Numbers of municipalities by each of their names, folded.
static NUMBERS: LazyLock<BTreeMap<String, BTreeSet<&'static str>>> = LazyLock::new(|| by_name(&MUNICIPALITIES));

static COUNTY_NAMES: LazyLock<BTreeMap<String, BTreeSet<&'static str>>> = LazyLock::new(|| by_name(&COUNTIES));

/// A built-in code list.
pub(crate) fn list(name: &str) -> CodeList {
    CodeList::parse(crate::codelist(name).unwrap_or_default()).unwrap_or_default()
}

/// The codes of a list by each of their names, folded.
pub(crate) fn by_name(list: &'static CodeList) -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut numbers: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for entry in list.iter() {
        for name in forms(&entry.name) {
            numbers.entry(name).or_default().insert(&entry.code);
        }
    }
    numbers
}

/// The folded forms of a name: the whole, without what stands in brackets, and each part of a name in several languages.
fn forms(name: &str) -> Vec<String> {
    let plain = without_brackets(name);
    let parts = plain.split(" - ").map(str::trim);
    let mut forms: Vec<String> = [name, plain].into_iter().chain(parts).map(fold).collect();
    forms.sort();
    forms.dedup();
    forms
}

/// The name without a county in brackets: `Våler (Østfold)` is `Våler`.
pub(crate) fn without_brackets(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name).trim()
}

/// The name without the word for its kind: `Oslo kommune` is `Oslo`.
pub(crate) fn without_kind(name: &str) -> &str {
    let lower = name.to_lowercase();
    for kind in [" kommune", " herad", " fylkeskommune", " fylke"] {
        // Lower case may have other lengths; then the name is none of ours.
        if lower.ends_with(kind) && name.is_char_boundary(name.len().saturating_sub(kind.len())) {
            return name[..name.len() - kind.len()].trim();
        }
    }
    name
}

/// The numbers that a municipality of that name has or has had; any part of a name in several languages will do.
pub(crate) fn numbers_of(name: &str) -> Option<&'static BTreeSet<&'static str>> {
    // With its county in brackets a name may be that of one alone: Våler (Østfold).
    if let Some(numbers) = NUMBERS.get(&fold(without_kind(name.trim()))) {
        return Some(numbers);
    }
    let name = without_kind(without_brackets(name.trim()));
    NUMBERS.get(&fold(name)).or_else(|| NUMBERS.get(&fold(name.split(" - ").next()?)))
}

/// The numbers that a county of that name has or has had; what stands in brackets is left out: `Viken (utgått)`.
pub(crate) fn counties_of(name: &str) -> Option<&'static BTreeSet<&'static str>> {
    COUNTY_NAMES.get(&fold(without_kind(without_brackets(name.trim()))))
}

/// All names of municipalities since 1971, folded.
pub(crate) fn municipality_names() -> impl Iterator<Item = &'static str> {
    NUMBERS.keys().map(String::as_str)
}

/// True when a county has or has had that name.
pub(crate) fn is_county(name: &str) -> bool {
    counties_of(name).is_some()
}

/// Names of municipalities, counties, city districts, postal places and countries, folded.
static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let lists = ["municipalities", "counties", "city-districts", "postal-codes", "countries"];
    lists
        .into_iter()
        .flat_map(|name| list(name).iter().flat_map(|entry| forms(&entry.name)).collect::<Vec<_>>())
        .collect()
});

/// True when some place in Norway or some country has or has had that name.
pub(crate) fn is_known_name(name: &str) -> bool {
    KNOWN.contains(&fold(without_kind(without_brackets(name.trim()))))
}

/// Every period of the counties that have or have had that name. Names in Sámi and Kven came to be used at other times than
/// the lists tell, so that the Norwegian part is enough.
pub(crate) fn county_entries(name: &str) -> Vec<&'static Entry> {
    let name = without_kind(name.trim());
    let meant = [fold(name), fold(name.split(" - ").next().unwrap_or_default())];
    if !meant.iter().any(|name| COUNTY_NAMES.contains_key(name)) {
        return Vec::new();
    }
    COUNTIES.iter().filter(|entry| forms(&entry.name).iter().any(|form| meant.contains(form))).collect()
}

/// The county whose name differs by one letter from the folded text.
pub(crate) fn county_like(folded: &str) -> Option<&'static str> {
    let is_like = |entry: &&Entry| forms(&entry.name).iter().any(|form| is_slip(form, folded));
    COUNTIES.iter().find(is_like).map(|entry| entry.name.as_str())
}

/// True when some period's name of the code is that name, or begins it: `Oslo i alt`.
pub(crate) fn is_named(list: &CodeList, code: &str, name: &str) -> bool {
    let name = fold(name);
    let entries = list.entries(code);
    entries
        .iter()
        .flat_map(|entry| forms(&entry.name))
        .any(|form| name.strip_prefix(form.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_every_form() {
        for name in
            ["Oslo", "OSLO", "Oslo kommune", "Karasjok", "Kárášjohka", "Kárášjohka - Karasjok", "Baerum", "Bærum"]
        {
            assert!(numbers_of(name).is_some(), "{name}");
        }
        assert!(numbers_of("Hele landet").is_none());
        assert!(is_known_name("Stranda kommune") && is_known_name("Nigeria") && is_known_name("HOMMERSÅK"));
        assert!(!is_known_name("Barnehage"));
        assert!(is_county("Rogaland") && is_county("Møre og Romsdal fylkeskommune") && !is_county("Halden"));
    }

    #[test]
    fn a_code_is_compared_with_its_names() {
        assert!(is_named(&MUNICIPALITIES, "0301", "Oslo i alt"));
        assert!(is_named(&MUNICIPALITIES, "1101", "Eigersund"));
        assert!(!is_named(&MUNICIPALITIES, "0301", "Oslofjord"));
        assert!(is_named(&CITY_DISTRICTS, "030103", "Sagene"));
    }
}
