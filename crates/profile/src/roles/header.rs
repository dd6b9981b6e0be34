//! The role that a header tells, as far as the content bears it out.

use super::content::{is_age_group, is_age_in_words, is_civil_status, is_gender};
use super::evidence::Evidence;
use super::guess;
use munilint_detect::header::header_role;
use munilint_detect::measure::header_measure;
use munilint_detect::period::PeriodForm;
use munilint_model::{FieldFacts, Role, RoleGuess, RoleOrigin, Shape};

/// A header with this score says plainly what the field holds.
const PLAIN: f32 = 0.8;

/// More different values than this are no classes of persons.
const MOST_CLASSES: u64 = 40;

/// The role that the header tells; `None` when it tells none or the content contradicts it.
pub(super) fn by_header(field: &FieldFacts) -> Option<RoleGuess> {
    let told = by_words(&field.name, field)?;
    Some(RoleGuess { origin: RoleOrigin::Header, ..told })
}

/// The role that words about a field tell; `None` when they tell none or the content contradicts them.
pub(super) fn by_words(words: &str, field: &FieldFacts) -> Option<RoleGuess> {
    let evidence = Evidence::of(field);
    if let Some((name, score)) = header_role(words)
        && let Some(role) = Role::from_name(name)
        && let Some(role) = agreed(guess(role, score), &evidence)
    {
        return Some(guess(role, score));
    }
    let (name, score) = header_measure(words)?;
    measured(Role::from_name(name)?, &evidence).map(|role| guess(role, score))
}

/// The header's role, unless the content contradicts it. A header that says it plainly (`kommunenr`) is believed even
/// over spoilt codes: that they are spoilt is what a reader wants to know.
fn agreed(told: RoleGuess, evidence: &Evidence<'_>) -> Option<Role> {
    if evidence.present == 0 {
        return Some(told.role);
    }
    match told.role {
        Role::Year | Role::Quarter | Role::Month | Role::Week | Role::SchoolYear | Role::Period => {
            time(told.role, evidence)
        }
        Role::Date | Role::BirthDate => {
            let dates = evidence.field.dated() + evidence.field.shape(Shape::ImpossibleDate).count;
            evidence.half(dates).then_some(told.role).or_else(|| timed(evidence))
        }
        Role::KostraFunction
        | Role::KostraType
        | Role::Industry
        | Role::Occupation
        | Role::Education
        | Role::Diagnosis
        | Role::Country => class(told, evidence),
        Role::Gender | Role::Age | Role::AgeGroup | Role::CivilStatus => of_persons(told.role, evidence),
        Role::Coordinate => coordinate(told, evidence),
        _ => place_or_person(told, evidence),
    }
}

fn place_or_person(told: RoleGuess, evidence: &Evidence<'_>) -> Option<Role> {
    let whole = evidence.half(evidence.whole());
    let numeric = evidence.half(evidence.field.numeric());
    let plain = told.score >= PLAIN;
    let (shortest, longest) = evidence.lengths();
    match told.role {
        Role::MunicipalityNumber if !whole && !plain => Some(Role::MunicipalityName),
        Role::CountyNumber | Role::PostalCode | Role::OrganisationNumber if !whole && !plain => None,
        Role::MunicipalityName if whole && shortest >= 3 && longest <= 4 => Some(Role::MunicipalityNumber),
        Role::CountyName if whole && longest <= 2 => Some(Role::CountyNumber),
        Role::MunicipalityName | Role::CountyName | Role::PostalPlace if numeric => None,
        // A name of a district is no code, and beside `bydel` stands either.
        Role::CityDistrict if !whole || longest > 8 => None,
        Role::BasicUnit if !whole || longest > 10 => None,
        // In budgets the number of an account is short and says what kind of expense it is.
        Role::AccountNumber if whole && longest <= 6 => Some(Role::KostraType),
        // Figures under the word telephone or address are counts of them.
        Role::PersonName | Role::Email | Role::Address if numeric => None,
        role => Some(role),
    }
}

/// What the cells say about time, where the header only says that they do.
fn timed(evidence: &Evidence<'_>) -> Option<Role> {
    Some(match evidence.period()? {
        PeriodForm::Year => Role::Year,
        PeriodForm::SchoolYear => Role::SchoolYear,
        PeriodForm::Period => Role::Period,
        PeriodForm::Quarter => Role::Quarter,
        PeriodForm::Month => Role::Month,
        PeriodForm::Week => Role::Week,
    })
}

fn time(role: Role, evidence: &Evidence<'_>) -> Option<Role> {
    if let Some(found) = timed(evidence) {
        // A year is a school year by its name: `Skoleår` with 2023.
        return Some(if role == Role::SchoolYear && found == Role::Year { role } else { found });
    }
    let whole = evidence.half(evidence.whole());
    let part = |greatest: f64| whole && evidence.within(0.0, greatest);
    let fits = match role {
        Role::Year => whole,
        Role::Quarter => part(4.0),
        Role::Month => part(12.0) || (whole && evidence.within(190_001.0, 210_012.0)),
        Role::Week => part(53.0) || (whole && evidence.within(190_001.0, 210_053.0)),
        // Other ways to write a period are for a rule to compare, but dates and figures are none of them.
        Role::SchoolYear | Role::Period => {
            let (_, longest) = evidence.lengths();
            longest <= 24
                && !evidence.half(evidence.field.dated())
                && evidence.fitting(has_year).is_some_and(|n| evidence.half(n))
        }
        _ => false,
    };
    fits.then_some(role)
}

/// True when four digits from 1900 to 2100 stand in the text.
fn has_year(text: &str) -> bool {
    let year = |run: &&[u8]| run.iter().all(u8::is_ascii_digit) && matches!(run, [b'1', b'9', ..] | [b'2', b'0', ..]);
    text.as_bytes().windows(4).find(year).is_some()
}

/// A classification: codes, or codes with names. Names alone are none of its codes, so that no rule looks them up.
fn class(told: RoleGuess, evidence: &Evidence<'_>) -> Option<Role> {
    let (shortest, longest) = evidence.lengths();
    let whole = evidence.half(evidence.whole());
    let fits = match told.role {
        Role::KostraFunction | Role::KostraType => whole && shortest >= 3 && longest <= 6,
        Role::Industry => evidence.half_may_fit(|text| starts_as_code(text, 2) || is_letter_code(text)),
        Role::Occupation => whole && longest <= 7 || evidence.half_may_fit(|text| starts_as_code(text, 4)),
        Role::Education => whole && longest <= 6 || evidence.half_may_fit(|text| starts_as_code(text, 4)),
        Role::Diagnosis => !evidence.half(evidence.field.numeric()) && evidence.half_may_fit(is_diagnosis),
        Role::Country => !evidence.half(evidence.field.numeric()) || (whole && longest <= 3),
        _ => true,
    };
    fits.then_some(told.role)
}

/// `38.210 Behandling av avfall`, `0110`: at least so many digits, then an end, a dot, a hyphen or a blank.
fn starts_as_code(text: &str, least: usize) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits >= least && digits <= 7 && matches!(text.as_bytes().get(digits), None | Some(b'.' | b' ' | b'-'))
}

/// `A`, `A Jordbruk`, `A-Jordbruk`: a section of SN2007.
fn is_letter_code(text: &str) -> bool {
    matches!(text.as_bytes(), [b'A'..=b'U'] | [b'A'..=b'U', b' ' | b'-' | b':', _, ..])
}

/// `F32`, `A09.9`, `P76`: a letter and two digits.
fn is_diagnosis(text: &str) -> bool {
    matches!(text.as_bytes(), [letter, tens, ones, ..] if letter.is_ascii_alphabetic() && tens.is_ascii_digit() && ones.is_ascii_digit())
}

fn of_persons(role: Role, evidence: &Evidence<'_>) -> Option<Role> {
    let whole = evidence.half(evidence.whole());
    let (_, longest) = evidence.lengths();
    let few = evidence.field.distinct.count <= MOST_CLASSES;
    match role {
        Role::Age | Role::AgeGroup if whole && evidence.within(-1.0, 130.0) => {
            Some(if role == Role::AgeGroup && longest <= 1 { Role::AgeGroup } else { Role::Age })
        }
        Role::Age | Role::AgeGroup if evidence.nearly_all_fit(is_age_in_words) => Some(Role::Age),
        Role::Age | Role::AgeGroup if evidence.half_may_fit(is_age_group) => Some(Role::AgeGroup),
        Role::AgeGroup if !evidence.half(evidence.field.numeric()) => Some(Role::AgeGroup),
        // Numbers may stand beside words: that two codings are mixed is for a rule to tell.
        Role::Gender => ((whole && longest <= 1)
            || (few && (!whole && longest <= 2 || evidence.half_may_fit(is_gender))))
        .then_some(role),
        Role::CivilStatus => ((whole && longest <= 2)
            || (few && (!whole && longest <= 2 || evidence.half_may_fit(is_civil_status))))
        .then_some(role),
        _ => None,
    }
}

/// A plain word is believed of any figures; `nord` and `x` only when the figures can be a place in Norway.
fn coordinate(told: RoleGuess, evidence: &Evidence<'_>) -> Option<Role> {
    if !evidence.half(evidence.field.numeric()) {
        return None;
    }
    let decimals = evidence.field.shape(Shape::DecimalPoint).count + evidence.field.shape(Shape::DecimalComma).count;
    let degrees = evidence.half(decimals) && evidence.within(-10.0, 82.0);
    // Zero stands for a place that is missing, and that is a fault of the values only.
    let metres = evidence.within(-150_000.0, 8_100_000.0)
        && evidence.field.numbers.is_some_and(|(_, high)| high >= 10_000.0)
        && evidence.lengths().1 >= 6;
    (told.score >= PLAIN || degrees || metres).then_some(Role::Coordinate)
}

/// A quantity that the header names, when there are figures.
fn measured(role: Role, evidence: &Evidence<'_>) -> Option<Role> {
    if evidence.present == 0 || !evidence.half(evidence.field.numeric()) {
        return None;
    }
    // Things are counted in whole numbers; what has decimals was measured or worked out.
    let decimals = evidence.field.numeric() - evidence.whole();
    Some(if role == Role::Count && evidence.half(decimals) { Role::Amount } else { role })
}
