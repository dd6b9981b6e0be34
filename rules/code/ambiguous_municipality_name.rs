use crate::areas::municipalities::MUNICIPALITIES;
use crate::areas::names::{numbers_of, without_brackets, without_kind};
use crate::matching::{Matching, present};
use crate::years::years;
use munilint_detect::header::fold;
use munilint_model::{Body, FieldFacts, Findings, Options, Role, Severity, TableFacts};
use std::collections::BTreeSet;

pub(crate) const BODY: Body = Body::Facts(judge);

/// Tables that name no year are taken to be from this one or later.
const SINCE: i32 = 2018;

/// So many other municipalities of one county show that the file is about that county.
const ENOUGH: usize = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    // Any code or county beside the name tells which one is meant.
    let told = |role| {
        matches!(
            role,
            Role::MunicipalityNumber
                | Role::CountyName
                | Role::CountyNumber
                | Role::PostalCode
                | Role::OrganisationNumber
        )
    };
    if facts.fields.iter().any(|field| told(field.role.role) || is_county_field(&field.name)) {
        return;
    }
    let newest = MUNICIPALITIES.years().last().copied().unwrap_or_default();
    let (first, last) = years(facts).unwrap_or((SINCE, newest));
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityName) {
        let shared = Matching::of(present(field), |name, _| {
            without_brackets(name) == name && (first..=last.min(newest)).any(|year| owners(name, year).len() > 1)
        });
        if shared.is_empty() || is_told_by_others(field, &shared.texts) {
            continue;
        }
        // One that is shared to this day is the best example, and the first of those.
        let last_shared = |name: &str| (first..=last.min(newest)).rev().find(|&year| owners(name, year).len() > 1);
        let dated = shared.texts.iter().rev().map(|name| (last_shared(name).unwrap_or(last), *name));
        let Some((year, example)) = dated.max_by_key(|(year, _)| *year) else { continue };
        let severity = if year == last.min(newest) { Severity::Warning } else { Severity::Note };
        let numbers = owners(example, year).join(", ");
        let draft = found.add(Some(field.column), shared.seen).severity(severity);
        draft.excerpt("example", example).word("numbers", numbers);
    }
}

/// True when the other municipalities of the field all lie in one county, and it has only one of each shared name.
fn is_told_by_others(field: &FieldFacts, shared: &[&str]) -> bool {
    let counties = |name: &str| -> BTreeSet<&str> {
        numbers_of(name).into_iter().flatten().filter_map(|number| number.get(..2)).collect()
    };
    let others: Vec<_> =
        present(field).into_iter().map(|value| value.text.trim()).filter(|name| !shared.contains(name)).collect();
    let known: Vec<_> = others.into_iter().map(counties).filter(|counties| !counties.is_empty()).collect();
    let Some((first, rest)) = known.split_first().filter(|(_, rest)| rest.len() + 1 >= ENOUGH) else { return false };
    let common = rest.iter().fold(first.clone(), |common, counties| &common & counties);
    let is_one = |name: &&str| common.iter().any(|county| numbers_in(name, county) == 1);
    !common.is_empty() && shared.iter().all(is_one)
}

/// How many municipalities with that name the county has had.
fn numbers_in(name: &str, county: &str) -> usize {
    numbers_of(name).into_iter().flatten().filter(|number| number.starts_with(county)).count()
}

fn is_county_field(name: &str) -> bool {
    let name = fold(name);
    name.contains("fylke") || name.contains("county") || name.contains("region")
}

/// Numbers of the municipalities that had the name in the year.
fn owners(name: &str, year: i32) -> Vec<&'static str> {
    let Some(numbers) = numbers_of(name) else { return Vec::new() };
    let has_name = |code: &&str| is_same(MUNICIPALITIES.name_in(code, year), name);
    numbers.iter().copied().filter(has_name).collect()
}

fn is_same(official: Option<&str>, name: &str) -> bool {
    official.is_some_and(|official| fold(without_brackets(official)) == fold(without_kind(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_names_are_known() {
        assert_eq!(owners("Herøy", 2024), ["1515", "1818"]);
        assert_eq!(owners("Våler", 2024).len(), 2);
        assert_eq!(owners("Nes", 2019).len(), 2);
        assert!(
            owners("Nes", 2024).len() < 2 && owners("Bergen", 2024).len() == 1 || owners("Bergen", 2024).is_empty()
        );
    }
}
