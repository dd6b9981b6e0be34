use crate::areas::municipalities::MUNICIPALITIES;
use crate::areas::names::without_kind;
use crate::matching::{Matching, present};
use crate::years::years;
use munilint_detect::codelist::Entry;
use munilint_detect::header::fold;
use munilint_model::{Body, Findings, Options, Role, TableFacts};
use std::collections::BTreeSet;
use std::sync::LazyLock;

pub(crate) const BODY: Body = Body::Facts(judge);

/// A table that names no year is taken to be from this one or later: by then most names in two languages were in use.
const SINCE: i32 = 2005;

/// Every period of every municipality, with its names.
static NAMES: LazyLock<Vec<(Vec<String>, &'static Entry)>> =
    LazyLock::new(|| MUNICIPALITIES.iter().map(|entry| (parts(&entry.name), entry)).collect());

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    // The number beside the name is what such a table is joined by.
    if facts.fields.iter().any(|field| field.role.role == Role::MunicipalityNumber) {
        return;
    }
    let year = years(facts).map_or(SINCE, |(first, _)| first);
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityName) {
        let values = present(field);
        let given: BTreeSet<Vec<String>> = values.iter().map(|value| parts(value.text.trim())).collect();
        // A municipality that stands there in its full name, too, is written in two ways: another rule's matter.
        let lacking = |entry: &&Entry| !given.contains(&parts(&entry.name));
        let in_order = Matching::of(values.iter().copied(), |text, _| reordered(text).filter(lacking).is_some());
        if let Some(meant) = reordered(in_order.example) {
            let draft = found.add(Some(field.column), in_order.seen).variant("order");
            draft.excerpt("example", in_order.example).word("meant", &meant.name);
        }
        // Where all names are short ones that is the table's way.
        if !given.iter().any(|parts| parts.len() > 1 && full_name(parts).is_some()) {
            continue;
        }
        let partial = Matching::of(values, |text, _| whole(text, year).filter(lacking).is_some());
        if let Some(meant) = whole(partial.example, year) {
            let draft = found.add(Some(field.column), partial.seen);
            draft.excerpt("example", partial.example).word("meant", &meant.name);
        }
    }
}

/// The names in the languages that a name has, folded.
fn parts(name: &str) -> Vec<String> {
    without_kind(name).split(" - ").flat_map(|part| part.split(['/', '–'])).map(fold).collect()
}

/// The newest entry that has those names in that order.
fn full_name(meant: &[String]) -> Option<&'static Entry> {
    NAMES.iter().rfind(|(names, _)| names == meant).map(|(_, entry)| *entry)
}

/// The municipality whose names these are, in another order than any official one.
fn reordered(text: &str) -> Option<&'static Entry> {
    let meant = parts(text);
    if meant.len() < 2 || full_name(&meant).is_some() {
        return None;
    }
    let same = |names: &[String]| names.len() == meant.len() && names.iter().all(|name| meant.contains(name));
    NAMES.iter().rfind(|(names, _)| same(names)).map(|(_, entry)| *entry)
}

/// The municipality of whose names this is one and since the year never was the whole.
fn whole(text: &str, year: i32) -> Option<&'static Entry> {
    let [meant] = &parts(text)[..] else { return None };
    let is_current = |entry: &Entry| entry.to.is_none_or(|to| to.year > year);
    let all = || NAMES.iter().filter(|(names, entry)| is_current(entry) && names.contains(meant));
    let has_been_whole = all().any(|(names, _)| names.len() == 1);
    let newest = all().max_by_key(|(_, entry)| entry.from)?.1;
    (!has_been_whole).then_some(newest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_orders_are_told_from_full_names() {
        let of = |text| whole(text, 2005).map(|entry| entry.name.as_str());
        assert_eq!(of("Tana"), Some("Deatnu - Tana"));
        assert_eq!(of("Kárášjohka"), Some("Kárášjohka - Karasjok"));
        for name in ["Oslo", "Rana", "Trondheim", "Bergen", "Deatnu - Tana", "Hele landet", "Herøy", "Vestre Toten"] {
            assert_eq!(of(name), None, "{name}");
        }
        assert_eq!(reordered("Tana - Deatnu").map(|entry| entry.name.as_str()), Some("Deatnu - Tana"));
        assert_eq!(reordered("Tana/Deatnu").map(|entry| entry.name.as_str()), Some("Deatnu - Tana"));
        assert!(reordered("Deatnu - Tana").is_none() && reordered("Oslo - Bergen").is_none());
    }
}
