//! The role that the content of a field suggests where its header tells none.

use super::evidence::Evidence;
use super::guess;
use munilint_detect::civil_status;
use munilint_detect::gender::gender;
use munilint_detect::header::{fold, is_birth_year, words};
use munilint_detect::period::PeriodForm;
use munilint_detect::person_name::names_something_else;
use munilint_model::{FieldFacts, Mention, Role, RoleGuess, Shape};

/// A text longer than this is no label.
const LONGEST_LABEL: u32 = 60;

/// Years that stand in tables of today.
const YEARS: (f64, f64) = (1950.0, 2060.0);

/// Header words of fields whose figures name things and measure nothing.
const CODE_WORDS: [&str; 8] = ["kode", "code", "nr", "nummer", "number", "id", "nord", "koordinat"];

/// Header words of fields that name their rows.
const KEY_WORDS: [&str; 7] = ["id", "uuid", "guid", "key", "nokkel", "lokalid", "objectid"];

/// What may stand beside genders, folded.
const BESIDE_GENDERS: [&str; 20] = [
    "begge kjonn", "begge", "alle", "alle kjonn", "i alt", "kjonn i alt", "begge kjonn i alt", "totalt", "total",
    "sum", "both sexes", "both", "all", "uoppgitt", "ukjent", "unknown", "annet", "andre", "other", "ikke oppgitt",
];

/// The role that the content suggests.
pub(super) fn by_content(field: &FieldFacts) -> RoleGuess {
    let evidence = Evidence::of(field);
    if evidence.present == 0 {
        return RoleGuess::default();
    }
    let nine = field.organisation_valid + field.organisation_invalid.count;
    if evidence.nearly_all(nine) && field.organisation_valid * 10 >= nine * 9 && nine >= 5 {
        return guess(Role::OrganisationNumber, 0.7);
    }
    time(&evidence).or_else(|| class(&evidence)).or_else(|| coordinate(&evidence)).unwrap_or_else(|| rest(&evidence))
}

fn time(evidence: &Evidence<'_>) -> Option<RoleGuess> {
    let (role, score) = match evidence.period()? {
        PeriodForm::Year if is_years(evidence) => (Role::Year, 0.5),
        PeriodForm::Year => return None,
        PeriodForm::SchoolYear => (Role::SchoolYear, 0.7),
        PeriodForm::Period => (Role::Period, 0.7),
        // Two letters are easily something else.
        PeriodForm::Quarter if evidence.lengths().1 <= 2 => (Role::Quarter, 0.5),
        PeriodForm::Quarter => (Role::Quarter, 0.7),
        PeriodForm::Month => (Role::Month, 0.7),
        PeriodForm::Week => (Role::Week, 0.7),
    };
    Some(guess(role, score))
}

/// Four digits from 1950 to 2060 without great gaps, under a header that speaks neither of codes nor of births. The
/// numbers of municipalities in Troms and Finnmark, and prices, may look the same: they have gaps.
fn is_years(evidence: &Evidence<'_>) -> bool {
    let different = evidence.field.distinct.count as f64;
    evidence.whole() == evidence.present
        && evidence.within(YEARS.0, YEARS.1)
        && evidence.field.numbers.is_some_and(|(least, greatest)| greatest - least < different * 1.5)
        && (different > 1.0 || evidence.present > 3)
        && !is_code(&evidence.field.name)
        && !is_birth_year(&evidence.field.name)
}

/// Fewer names than this may be chance.
const ENOUGH_NAMES: u64 = 5;

/// True when four in five values mention a person by name, and the header tells of nothing else.
fn is_of_names(evidence: &Evidence<'_>) -> bool {
    let names = evidence.field.mention(Mention::PersonName).count;
    names >= ENOUGH_NAMES
        && names * 5 >= evidence.present * 4
        && evidence.lengths().1 <= LONGEST_LABEL
        && !names_something_else(&evidence.field.name)
}

fn class(evidence: &Evidence<'_>) -> Option<RoleGuess> {
    if is_of_names(evidence) {
        return Some(guess(Role::PersonName, 0.6));
    }
    let any = |fits: &dyn Fn(&str) -> bool| evidence.values().is_some_and(|mut values| values.any(|v| fits(&v.text)));
    if any(&is_gender_in_words) && evidence.nearly_all_fit(|text| is_gender_in_words(text) || is_beside_genders(text)) {
        return Some(guess(Role::Gender, 0.7));
    }
    if evidence.field.distinct.count >= 2 && evidence.nearly_all_fit(is_civil_status_in_words) {
        return Some(guess(Role::CivilStatus, 0.7));
    }
    // `0-5` alone may be a score or a range of anything.
    let says_age =
        |text: &str| words(text).iter().any(|word| matches!(word.as_str(), "ar" | "years" | "year" | "eldre"));
    if any(&says_age) && evidence.nearly_all_fit(is_age_group) && evidence.field.distinct.count >= 2 {
        return Some(guess(Role::AgeGroup, 0.6));
    }
    None
}

fn is_gender_in_words(text: &str) -> bool {
    gender(text).is_some_and(|(_, coding)| coding.is_in_words())
}

fn is_beside_genders(text: &str) -> bool {
    BESIDE_GENDERS.contains(&fold(text).as_str())
}

/// A gender in any coding, or what may stand beside one.
pub(super) fn is_gender(text: &str) -> bool {
    gender(text).is_some() || is_beside_genders(text)
}

fn is_civil_status_in_words(text: &str) -> bool {
    matches!(civil_status::coding(text), Some(civil_status::Coding::Word)) || is_untold(text)
}

fn is_untold(text: &str) -> bool {
    fold(text) == "uoppgitt"
}

/// A civil status in any coding, or what may stand beside one.
pub(super) fn is_civil_status(text: &str) -> bool {
    civil_status::coding(text).is_some() || is_untold(text)
}

/// `0 år`, `15 years`: one age.
pub(super) fn is_age_in_words(text: &str) -> bool {
    let words = words(text);
    matches!(&words[..], [age, unit] if is_age(age) && matches!(unit.as_str(), "ar" | "year" | "years"))
}

/// `0-5`, `0–5 år`, `80+`, `67 år eller eldre`, `under 18 år`, `0-åringer`; and `alder i alt`, which stands among them.
pub(super) fn is_age_group(text: &str) -> bool {
    let words = words(text);
    let mut ages = 0;
    let known = words.iter().all(|word| {
        let age = is_age(word);
        ages += usize::from(age);
        age || matches!(
            word.as_str(),
            "ar" | "aring"
                | "aringer"
                | "aringar"
                | "eller"
                | "og"
                | "over"
                | "eldre"
                | "under"
                | "yngre"
                | "til"
                | "years"
                | "year"
                | "and"
                | "or"
                | "older"
                | "more"
                | "to"
                | "i"
                | "alt"
                | "alder"
                | "alle"
                | "aldre"
                | "mer"
                | "aldersgrupper"
                | "totalt"
                | "total"
        )
    });
    let plus = text.trim_end().ends_with('+');
    known
        && match ages {
            0 => words.iter().any(|word| matches!(word.as_str(), "alle" | "alt" | "totalt" | "total")),
            1 => plus || words.len() >= 2,
            _ => ages == 2,
        }
}

fn is_age(word: &str) -> bool {
    word.len() <= 3 && word.parse::<u32>().is_ok_and(|age| age <= 130)
}

/// Degrees with so many decimals and metres of such a size are places in Norway and nothing else. Eastings and longitudes
/// are told by the field beside them.
fn coordinate(evidence: &Evidence<'_>) -> Option<RoleGuess> {
    let point = evidence.field.shape(Shape::DecimalPoint).count + evidence.field.shape(Shape::DecimalComma).count;
    let latitude = evidence.nearly_all(point) && evidence.within(57.5, 81.5) && evidence.lengths().1 >= 8;
    let northing = evidence.nearly_all(evidence.field.numeric())
        && evidence.within(6_400_000.0, 7_950_000.0)
        && evidence.field.distinct.count >= 5
        && !is_code(&evidence.field.name);
    (latitude || northing).then(|| guess(Role::Coordinate, 0.5))
}

fn rest(evidence: &Evidence<'_>) -> RoleGuess {
    let field = evidence.field;
    let (_, longest) = evidence.lengths();
    let repeats = field.values.as_ref().is_some_and(|values| values.len() as u64 * 2 <= evidence.present);
    let unique = field.distinct.exact && field.distinct.count == evidence.present;
    match field.datatype() {
        "date" | "datetime" => guess(Role::Date, 0.6),
        "integer" | "string" if unique && is_key(&field.name) => guess(Role::Key, 0.6),
        "number" if !is_code(&field.name) => guess(Role::Amount, 0.4),
        // A year as the name of a field of figures.
        "integer" if is_year_name(&field.name) => guess(Role::Amount, 0.4),
        "string" if repeats => guess(Role::Category, 0.4),
        "string" if longest > LONGEST_LABEL => guess(Role::FreeText, 0.5),
        _ if field.column == 1 && unique && evidence.present > 20 => guess(Role::Key, 0.4),
        _ => RoleGuess::default(),
    }
}

fn is_year_name(name: &str) -> bool {
    munilint_detect::period::period_form(name) == Some(PeriodForm::Year)
}

fn is_key(name: &str) -> bool {
    words(name).last().is_some_and(|word| KEY_WORDS.contains(&word.as_str()))
}

/// True for a header that speaks of codes, numbers of things or places.
fn is_code(name: &str) -> bool {
    words(name)
        .iter()
        .any(|word| CODE_WORDS.iter().any(|code| word == code || (code.len() > 3 && word.ends_with(code))))
}
