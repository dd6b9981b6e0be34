//! What a value of a key field stands for, however it is written.

use super::codings::{age_group_key, civil_status_key, gender_keys};
use super::districts::{district_keys, holds_districts};
use super::persons::may_name_persons;
use crate::areas::glued::area;
use crate::areas::municipalities::{MUNICIPALITIES, is_digits};
use crate::areas::names::{counties_of, numbers_of};
use crate::matching::present;
use munilint_detect::header::fold;
use munilint_detect::period::Period;
use munilint_model::{FieldFacts, Role, TableFacts};

/// What the values of a key name. Fields of one kind can be matched.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// By number or name.
    Municipality,
    /// By number or name.
    County,
    /// City districts, by number or name.
    District,
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
    pub(crate) fn of(field: &FieldFacts, facts: &TableFacts) -> Option<Kind> {
        let kind = Kind::by_role(field)?;
        (!matches!(kind, Kind::Named(_)) || !may_name_persons(field, facts)).then_some(kind)
    }

    /// The kind of key that a field would be if it named no persons.
    pub(super) fn by_role(field: &FieldFacts) -> Option<Kind> {
        Some(match field.role.role {
            Role::MunicipalityNumber | Role::MunicipalityName => Kind::Municipality,
            Role::CountyNumber | Role::CountyName => Kind::County,
            role @ Role::PostalCode => Kind::Digits(role, 4),
            Role::CityDistrict => Kind::District,
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
            Role::Key | Role::Category | Role::Unknown if holds_districts(field) => Kind::District,
            Role::Key | Role::Category | Role::PostalPlace => Kind::Named(fold(&field.name)),
            Role::Unknown if field.datatype() == "string" => Kind::Named(fold(&field.name)),
            _ => return None,
        })
    }

    /// True when rows that find no match tell more of what the tables cover than of how they are coded.
    pub(super) fn is_time(&self) -> bool {
        matches!(self, Kind::Time(_))
    }

    /// True when keys are areas that a code list knows.
    pub(super) fn is_area(&self) -> bool {
        matches!(self, Kind::Municipality | Kind::County | Kind::District)
    }

    /// True when values are numbers or codes, with or without a name.
    pub(super) fn is_coded(&self) -> bool {
        matches!(
            self,
            Kind::Municipality | Kind::County | Kind::District | Kind::Digits(Role::BasicUnit, _) | Kind::Code(_)
        )
    }

    /// What a value may stand for, written in one way: one key, or several where a name says too little.
    pub(crate) fn keys(&self, text: &str) -> Vec<String> {
        let text = squeezed(text);
        match self {
            Kind::Municipality => municipality(&text),
            Kind::County => county(&text),
            Kind::District => district_keys(&text).unwrap_or_else(|| vec![label(&text)]),
            Kind::Digits(_, length) => vec![digits(&text, *length)],
            Kind::Code(role) => vec![code(*role, &text)],
            Kind::Time(_) => {
                vec![Period::parse(&text).map_or(text, |period| format!("{:?} {}", period.length, period.number))]
            }
            Kind::Label(role) => person_labels(*role, &text),
            Kind::Named(_) => vec![label(&text)],
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

/// True when municipalities of the same time have these numbers: their name fits them all.
pub(super) fn are_of_one_time(numbers: &[String]) -> bool {
    let spans: Vec<(i32, i32)> = numbers
        .iter()
        .filter_map(|number| MUNICIPALITIES.span_of(number))
        .map(|(first, last)| (first, last.unwrap_or(i32::MAX)))
        .collect();
    let overlaps = |at: usize| spans[..at].iter().any(|other| other.0 < spans[at].1 && spans[at].0 < other.1);
    (1..spans.len()).any(overlaps)
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

/// A code without its dots and without a name behind it: `47.110`, `47110`, `47.110 Butikkhandel`.
fn code(role: Role, text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    let name = text[first.len()..].trim_start_matches([' ', '-', '–', ':', '.']);
    let has_digits = first.bytes().any(|byte| byte.is_ascii_digit());
    let bare = if has_digits && name.starts_with(char::is_alphabetic) { first } else { text };
    let plain = bare.replace(['.', ' '], "").to_uppercase();
    // Before the dot of an industry stand two digits: 1.11 is 01.11. Without a dot, 111 may be 11.1 as well.
    let has_lost_zero = role == Role::Industry && bare.bytes().position(|byte| byte == b'.') == Some(1);
    if has_lost_zero { format!("0{plain}") } else { plain }
}

/// What a label of people may stand for; its letters when that is not known.
fn person_labels(role: Role, text: &str) -> Vec<String> {
    let known = match role {
        Role::Gender => gender_keys(text),
        Role::AgeGroup => age_group_key(text).map(|key| vec![key]),
        Role::CivilStatus => civil_status_key(text).map(|key| vec![key]),
        _ => None,
    };
    known.unwrap_or_else(|| vec![label(text)])
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
        assert_eq!(Kind::Municipality.keys("Bergen"), ["1201", "1301", "4601"]);
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

    #[test]
    fn labels_of_people_match_when_they_stand_for_the_same() {
        let same = |role: Role, texts: &[&str]| {
            let kind = Kind::Label(role);
            texts.windows(2).all(|pair| kind.keys(pair[0]) == kind.keys(pair[1]))
        };
        assert!(same(Role::Gender, &["1", "M", "Male", "mannlig"]) && same(Role::Gender, &["2", "K", "F"]));
        assert!(same(Role::Gender, &["Mann", "menn"]) && same(Role::Gender, &["jente", "Jenter"]));
        assert!(same(Role::AgeGroup, &["67-79 år", "67–79", "67 - 79", "67 til 79 år"]));
        assert!(same(Role::AgeGroup, &["90+", "90 år og over", "90 år eller eldre"]));
        assert!(same(Role::CivilStatus, &["1", "U", "Ugift", "unmarried"]));
        for (role, a, b) in [
            (Role::Gender, "Begge kjønn", "1"),
            (Role::Gender, "3", "K"),
            (Role::Gender, "Jenter", "Kvinner"),
            (Role::AgeGroup, "80+", "80"),
            (Role::AgeGroup, "over 80", "80+"),
            (Role::AgeGroup, "0-5", "0-4"),
            (Role::CivilStatus, "4", "Skilt"),
            (Role::CivilStatus, "S", "Separert"),
        ] {
            assert!(!same(role, &[a, b]), "{a}, {b}");
        }
        // 1 is a man or a boy.
        assert_eq!(Kind::Label(Role::Gender).keys("1"), ["m", "g"]);
        // Only a field of genders says that 1 is a man.
        let named = Kind::Named("type".to_owned());
        assert_ne!(named.keys("1"), named.keys("Mann"));
    }

    #[test]
    fn districts_are_known_by_number_and_name() {
        for text in ["030103", "30103", "030103 Sagene", "Sagene", "Bydel Sagene", "SAGENE bydel"] {
            assert!(Kind::District.keys(text).contains(&"030103".to_owned()), "{text}");
        }
        // The number of today's Grorud is not that of the Grorud before 2004.
        assert_eq!(Kind::District.keys("Grorud"), ["030110", "030119"]);
        assert_eq!(Kind::District.keys("Uoppgitt"), ["uoppgitt"]);
    }

    #[test]
    fn codes_are_known_with_and_without_dots_and_names() {
        let industry = Kind::Code(Role::Industry);
        for text in ["01.110", "01110", "1.110", "01.110 Dyrking av korn", "01.110 - Dyrking av korn"] {
            assert_eq!(industry.keys(text), ["01110"], "{text}");
        }
        assert_ne!(industry.keys("111"), industry.keys("01.11"));
        assert_eq!(Kind::Code(Role::KostraFunction).keys("254 Helsetjenester"), ["254"]);
        assert_eq!(Kind::Code(Role::Country).keys("Norge"), ["NORGE"]);
    }
}
