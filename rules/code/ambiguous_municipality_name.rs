use super::area_names::{numbers_of, without_brackets, without_kind};
use super::municipalities::MUNICIPALITIES;
use super::years::years;
use crate::matching::{Matching, present};
use munilint_detect::header::fold;
use munilint_model::{Body, Findings, Options, Role, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Tables that name no year are taken to be from this one or later.
const SINCE: i32 = 2018;

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
        if shared.is_empty() {
            continue;
        }
        let example = shared.example;
        let year = (first..=last.min(newest)).rev().find(|&year| owners(example, year).len() > 1).unwrap_or(last);
        let severity = if year == last.min(newest) { Severity::Warning } else { Severity::Note };
        let numbers = owners(example, year).join(", ");
        let draft = found.add(Some(field.column), shared.seen).severity(severity);
        draft.excerpt("example", example).word("numbers", numbers);
    }
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
