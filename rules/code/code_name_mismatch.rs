use super::field_pairs::{Comparison, Outcome, Pair, Verdict};
use crate::areas::lineage::are_related;
use crate::areas::municipalities::{MUNICIPALITIES, with_zero};
use crate::areas::names::{
    CITY_DISTRICTS, COUNTIES, POSTAL_CODES, by_name, counties_of, is_named, numbers_of, without_brackets, without_kind,
};
use munilint_detect::codelist::CodeList;
use munilint_detect::header::{fold, words};
use munilint_model::{AnyCheck, Body, Confidence, Field, Findings, Options, Role, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub(crate) const BODY: Body = Body::Table(compile);

/// Codes by each of their names, folded.
type ByName = BTreeMap<String, BTreeSet<&'static str>>;

static DISTRICTS_BY_NAME: LazyLock<ByName> = LazyLock::new(|| by_name(&CITY_DISTRICTS));
static POSTAL_CODES_BY_PLACE: LazyLock<ByName> = LazyLock::new(|| by_name(&POSTAL_CODES));

fn compile(_: &Options) -> Box<dyn AnyCheck> {
    Box::new(Comparison { pairs, tell })
}

fn pairs(fields: &[Field]) -> Vec<Pair> {
    let role = |role: Role| move |field: &Field| field.role.role == role;
    let is_district_name = |field: &Field| words(&field.name).iter().any(|word| is_district_word(word));
    let pair = |compare, meant, is_strict| Pair { fields: [0; 2], compare, meant, is_strict };
    let kinds = [
        Pair::among(
            fields,
            role(Role::MunicipalityNumber),
            role(Role::MunicipalityName),
            pair(municipality, |code| name_of(&MUNICIPALITIES, code, 4), true),
        ),
        Pair::among(
            fields,
            role(Role::CountyNumber),
            role(Role::CountyName),
            pair(county, |code| name_of(&COUNTIES, code, 2), true),
        ),
        Pair::among(
            fields,
            role(Role::CityDistrict),
            is_district_name,
            pair(district, |code| name_of(&CITY_DISTRICTS, code, 6), true),
        ),
        Pair::among(
            fields,
            role(Role::PostalCode),
            role(Role::PostalPlace),
            pair(postal_place, |code| name_of(&POSTAL_CODES, code, 4), false),
        ),
    ];
    kinds.concat()
}

fn is_district_word(word: &str) -> bool {
    ["bydel", "bydelsnavn", "bydelnavn"].iter().any(|name| word.ends_with(name))
}

fn name_of(list: &CodeList, code: &str, length: usize) -> Option<String> {
    list.name_of(&with_zero(code, length)).map(str::to_owned)
}

fn municipality(code: &str, name: &str) -> Verdict {
    let code = with_zero(code, 4);
    let bare = without_kind(without_brackets(name));
    compare(&MUNICIPALITIES, &code, &[name, bare], numbers_of(name))
}

fn county(code: &str, name: &str) -> Verdict {
    let code = with_zero(code, 2);
    compare(&COUNTIES, &code, &[name, without_kind(without_brackets(name))], counties_of(name))
}

fn district(code: &str, name: &str) -> Verdict {
    let name = fold(name);
    let bare = name.strip_prefix("bydel ").unwrap_or(&name);
    let bare = bare.strip_suffix(" bydel").unwrap_or(bare);
    compare(&CITY_DISTRICTS, &with_zero(code, 6), &[bare], DISTRICTS_BY_NAME.get(bare))
}

fn postal_place(code: &str, place: &str) -> Verdict {
    let code = with_zero(code, 4);
    let others = POSTAL_CODES_BY_PLACE.get(&fold(place));
    match compare(&POSTAL_CODES, &code, &[place], others) {
        // Who writes the neighbouring place of the same municipality reaches the same door.
        Verdict::Contradicts if !is_elsewhere(&code, others) => Verdict::Unknown,
        verdict => verdict,
    }
}

/// True when none of the places is known to lie in the municipality that the code lies in.
fn is_elsewhere(code: &str, places: Option<&BTreeSet<&str>>) -> bool {
    let municipality =
        |code: &str| POSTAL_CODES.entries(code).iter().rev().find_map(|entry| POSTAL_CODES.cell(entry, "municipality"));
    let Some(here) = municipality(code) else { return false };
    let is_here = |there: &str| are_related(&MUNICIPALITIES, here, there);
    !places.into_iter().flatten().filter_map(|place| municipality(place)).any(is_here)
}

/// Compares a code with a name: `forms` are the ways to read the name, `others` the codes that are called so.
fn compare(list: &CodeList, code: &str, forms: &[&str], others: Option<&BTreeSet<&str>>) -> Verdict {
    if !list.contains(code) {
        return Verdict::Unknown;
    }
    if forms.iter().any(|form| is_named(list, code, form)) {
        return Verdict::Fits;
    }
    match others {
        None => Verdict::Unknown,
        Some(others) if others.contains(code) => Verdict::Fits,
        Some(others) if others.iter().any(|other| are_related(list, code, other)) => Verdict::Related,
        Some(_) => Verdict::Contradicts,
    }
}

fn tell(pair: &Pair, column: u32, outcome: &Outcome, found: &mut Findings) {
    let told = [("", outcome.contradicting()), ("division", outcome.related())];
    for (variant, few) in told.into_iter().filter_map(|(variant, few)| Some((variant, few?))) {
        let draft = found.add(Some(column), few.seen).variant(variant);
        let is_error = few.is_sure && pair.is_strict && variant.is_empty();
        draft.severity(if is_error { Severity::Error } else { Severity::Warning });
        draft.confidence(if is_error { Confidence::High } else { Confidence::Medium });
        draft.excerpt("code", &few.example.first).excerpt("name", &few.example.second);
        draft.word("meant", (pair.meant)(&few.example.first).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn municipalities_are_compared_by_every_name() {
        for (code, name) in [
            ("0301", "Oslo kommune"),
            ("301", "OSLO"),
            ("5437", "Karasjok"),
            ("2021", "Kárášjohka - Karasjok"),
            ("1818", "Herøy (Nordland)"),
            ("1507", "Ålesund (2020-2023)"),
            ("1866", "Hadsel"),
        ] {
            assert_eq!(municipality(code, name), Verdict::Fits, "{code} {name}");
        }
        assert_eq!(municipality("0301", "Bergen"), Verdict::Contradicts);
        assert_eq!(municipality("3020", "Ski"), Verdict::Related);
        for (code, name) in [("0301", "Uoppgitt"), ("9999", "Bergen"), ("0301", "Nordland"), ("0301", "Osloo")] {
            assert_eq!(municipality(code, name), Verdict::Unknown, "{code} {name}");
        }
    }

    #[test]
    fn counties_districts_and_postal_places_are_compared() {
        assert_eq!(county("3", "Oslo"), Verdict::Fits);
        assert_eq!(county("46", "Hordaland"), Verdict::Related);
        assert_eq!(county("46", "Rogaland fylkeskommune"), Verdict::Contradicts);
        assert_eq!(district("30102", "Bydel Grünerløkka"), Verdict::Fits);
        assert_eq!(district("030102", "Sagene"), Verdict::Contradicts);
        assert_eq!(postal_place("5003", "BERGEN"), Verdict::Fits);
        assert_eq!(postal_place("5003", "Oslo"), Verdict::Contradicts);
        assert_eq!(postal_place("1337", "Bærums Verk"), Verdict::Unknown);
    }
}
