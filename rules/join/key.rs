//! What a value of a key field stands for, however it is written.

use crate::code::area_names::{counties_of, numbers_of};
use crate::code::code_and_name::area;
use crate::code::municipalities::{MUNICIPALITIES, is_digits};
use crate::matching::present;
use munilint_detect::header::fold;
use munilint_detect::period::Period;
use munilint_model::{FieldFacts, Role};

/// What the values of a key name. Fields of one kind can be matched.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// By number or name.
    Municipality,
    /// By number or name.
    County,
    /// Digits of one length.
    Digits(Role, usize),
    /// Codes with letters or dots.
    Code(Role),
    /// A period of time.
    Time(Role),
    /// Labels, such as genders and age groups.
    Label(Role),
    /// Whatever the field's name says, folded.
    Named(String),
}

impl Kind {
    /// The kind of key that a field may be; `None` for figures, free text and what tells of persons.
    pub(super) fn of(field: &FieldFacts) -> Option<Kind> {
        Some(match field.role.role {
            Role::MunicipalityNumber | Role::MunicipalityName => Kind::Municipality,
            Role::CountyNumber | Role::CountyName => Kind::County,
            role @ Role::PostalCode => Kind::Digits(role, 4),
            role @ Role::CityDistrict => Kind::Digits(role, 6),
            role @ Role::BasicUnit => Kind::Digits(role, 8),
            role @ Role::OrganisationNumber => Kind::Digits(role, 9),
            role @ (Role::KostraFunction
            | Role::KostraType
            | Role::Industry
            | Role::Occupation
            | Role::Education
            | Role::Diagnosis
            | Role::Country) => Kind::Code(role),
            role @ (Role::Year | Role::SchoolYear | Role::Quarter | Role::Month | Role::Period) => Kind::Time(role),
            role @ (Role::Gender | Role::AgeGroup | Role::CivilStatus) => Kind::Label(role),
            Role::Key | Role::Category | Role::Unknown if holds_municipalities(field) => Kind::Municipality,
            Role::Key | Role::Category | Role::PostalPlace => Kind::Named(fold(&field.name)),
            Role::Unknown if field.datatype() == "string" => Kind::Named(fold(&field.name)),
            _ => return None,
        })
    }

    /// True when rows that find no match tell more of what the tables cover than of how they are coded.
    pub(super) fn is_time(&self) -> bool {
        matches!(self, Kind::Time(_))
    }

    /// True when keys are areas that a municipality lies in or is.
    pub(super) fn is_area(&self) -> bool {
        matches!(self, Kind::Municipality | Kind::County)
    }

    /// What a value may stand for, written in one way: one key, or several where a name says too little.
    pub(super) fn keys(&self, text: &str) -> Vec<String> {
        let text = squeezed(text);
        match self {
            Kind::Municipality => municipality(&text),
            Kind::County => county(&text),
            Kind::Digits(_, length) => vec![digits(&text, *length)],
            Kind::Code(_) => vec![text.replace(['.', ' '], "").to_uppercase()],
            Kind::Time(_) => {
                vec![Period::parse(&text).map_or(text, |period| format!("{:?} {}", period.length, period.number))]
            }
            Kind::Label(_) | Kind::Named(_) => vec![label(&text)],
        }
    }
}

/// True when nearly every value is a municipality's number with its name: `region` of Statistics Norway.
fn holds_municipalities(field: &FieldFacts) -> bool {
    let values = present(field);
    let codes = values.iter().filter_map(|value| area(value.text.trim()));
    let municipalities = codes.filter(|(code, _)| MUNICIPALITIES.contains(code)).count();
    municipalities > 0 && municipalities * 10 >= values.len() * 9
}

/// One blank for several, and for those that look like one; none at the ends.
pub(super) fn squeezed(text: &str) -> String {
    text.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn municipality(text: &str) -> Vec<String> {
    let code = area(text).map_or(text, |(code, _)| code);
    // A number that went through a table of decimals.
    let code = code.strip_suffix(".0").unwrap_or(code);
    let padded = if is_digits(code, 3) { format!("0{code}") } else { code.to_owned() };
    if MUNICIPALITIES.contains(&padded) {
        return vec![padded];
    }
    // Several names are a list.
    let name = Some(text).filter(|text| !text.contains([',', '/']));
    name.and_then(numbers_of).map_or_else(|| vec![label(text)], |codes| codes.iter().map(ToString::to_string).collect())
}

fn county(text: &str) -> Vec<String> {
    let code = area(text).map_or(text, |(code, _)| code);
    let code = code.strip_suffix(".0").unwrap_or(code);
    let padded = if is_digits(code, 1) { format!("0{code}") } else { code.to_owned() };
    if is_digits(&padded, 2) {
        return vec![padded];
    }
    counties_of(text).map_or_else(|| vec![label(text)], |codes| codes.iter().map(ToString::to_string).collect())
}

/// Digits without blanks between them, with the one zero that was lost.
fn digits(text: &str, length: usize) -> String {
    let plain: String = text.chars().filter(|c| *c != ' ').collect();
    let plain = plain.strip_suffix(".0").unwrap_or(&plain);
    if is_digits(plain, length - 1) {
        format!("0{plain}")
    } else if is_digits(plain, length) {
        plain.to_owned()
    } else {
        label(text)
    }
}

/// A label without what does not tell it from others: case, dots, blanks. Signs that do are kept.
fn label(text: &str) -> String {
    let signs = text.chars().filter(|c| "+<>%".contains(*c));
    let folded: String = fold(text).chars().filter(|c| *c != ' ').collect();
    folded.chars().chain(signs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn municipalities_are_known_however_they_are_written() {
        for text in ["0301", "301", "0301 Oslo", "K-0301 Oslo", " 0301\u{a0}", "301.0", "Oslo", "OSLO kommune"] {
            assert_eq!(Kind::Municipality.keys(text), ["0301"], "{text}");
        }
        assert_eq!(Kind::Municipality.keys("Bergen"), ["1201", "4601"]);
        assert_eq!(Kind::Municipality.keys("I alt"), ["ialt"]);
        assert_eq!(Kind::County.keys("Oslo fylke"), ["03"]);
        assert_eq!(Kind::County.keys("3"), ["03"]);
    }

    #[test]
    fn labels_differ_by_letters_and_signs_alone() {
        let kind = Kind::Named(String::new());
        assert_eq!(kind.keys("St. Hanshaugen"), kind.keys("ST.HANSHAUGEN"));
        assert_ne!(kind.keys("80+"), kind.keys("80"));
        assert_eq!(Kind::Time(Role::Quarter).keys("2023K1"), Kind::Time(Role::Quarter).keys("2023-Q1"));
        assert_eq!(Kind::Digits(Role::OrganisationNumber, 9).keys("975 280 888"), ["975280888"]);
    }
}
