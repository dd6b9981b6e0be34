//! Roles that only the fields beside a field tell.

use super::evidence::Evidence;
use super::guess;
use munilint_detect::header::words;
use munilint_model::{FieldFacts, Role, RoleGuess, RoleOrigin, Shape};

/// Headers that only say that there is a code.
const CODES: [&str; 7] = ["kode", "code", "nr", "nummer", "region", "regionkode", "enhetskode"];

/// Headers that only say that there is a place.
const PLACES: [&str; 9] = ["bosted", "geografi", "kommuner", "omrade", "region", "regioner", "stad", "sted", "bustad"];

/// Counties of every vintage since 1972, as the first two digits of a municipality number.
const COUNTIES: [u8; 33] = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 30, 31, 32, 33, 34, 38, 39, 40, 42, 46, 50, 54,
    55, 56,
];

/// Municipalities with city districts, of every vintage.
const CITIES: [&str; 7] = ["0301", "1201", "4601", "1103", "1601", "5001", "301"];

/// Fewer different codes than this show no pattern.
const ENOUGH: u64 = 10;

/// Gives roles to fields that have none, or no more than a guess, by the fields beside them.
pub(super) fn by_neighbours(fields: &mut [FieldFacts]) {
    let has = |role: Role| fields.iter().any(|field| field.role.role == role);
    let county = has(Role::CountyName) || has(Role::CountyNumber);
    let postal = has(Role::PostalPlace) || has(Role::PostalCode);
    let municipality = has(Role::MunicipalityNumber);
    for at in 0..fields.len() {
        let field = &fields[at];
        if field.role.score >= 0.5 {
            continue;
        }
        let found = if county && !postal && !municipality && is_municipality_code(field) {
            Some(guess(Role::MunicipalityNumber, 0.6))
        } else if is_district(field) {
            Some(guess(Role::CityDistrict, 0.6))
        } else if is_code_and_name(field) {
            Some(guess(Role::MunicipalityName, 0.6))
        } else if stands_by_coordinate(fields, at) {
            Some(guess(Role::Coordinate, 0.5))
        } else {
            None
        };
        if let Some(found) = found {
            fields[at].role = RoleGuess { origin: RoleOrigin::Neighbours, ..found };
        }
    }
}

fn named(field: &FieldFacts, names: &[&str]) -> bool {
    let words = words(&field.name);
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| word.parse::<u32>().is_err()).collect();
    matches!(&words[..], [word] if names.contains(word))
}

/// Share of the different values that fit, in per cent, and how many there are.
fn different(field: &FieldFacts, fits: impl Fn(&str) -> bool) -> (u64, u64) {
    let mut all = 0;
    let mut fitting = 0;
    for value in Evidence::of(field).values().into_iter().flatten() {
        all += 1;
        fitting += u64::from(fits(value.text.trim()));
    }
    (fitting * 100 / all.max(1), all)
}

/// Four digits of which the first two are a county and the rest a small number, and which are not years.
fn is_municipality_code(field: &FieldFacts) -> bool {
    let years = Evidence::of(field).within(1990.0, 2100.0);
    let (share, all) = different(field, |text| text.len() == 4 && starts_as_municipality(text));
    named(field, &CODES) && !years && share >= 90 && all >= ENOUGH
}

fn starts_as_municipality(text: &str) -> bool {
    match text.as_bytes() {
        [a, b, c, d, ..] if [a, b, c, d].into_iter().all(u8::is_ascii_digit) => {
            let (county, number) = ((a - b'0') * 10 + (b - b'0'), (c - b'0') * 10 + (d - b'0'));
            COUNTIES.contains(&county) && (1..=90).contains(&number)
        }
        _ => false,
    }
}

/// `030105`, also with its zero lost, under a header that speaks of a place: an account such as 20100 is none.
fn is_district(field: &FieldFacts) -> bool {
    let (share, all) = different(field, |text| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let split = digits.checked_sub(2).filter(|_| digits == text.len());
        split.is_some_and(|split| CITIES.contains(&&text[..split]))
    });
    named(field, &PLACES) && share >= 60 && all >= 3
}

/// `0301 Oslo`, `K-0301 Oslo`, `1101 - Eigersund` under a header that speaks of a place.
fn is_code_and_name(field: &FieldFacts) -> bool {
    let (share, all) = different(field, |text| {
        let text = text.strip_prefix("K-").unwrap_or(text);
        starts_as_municipality(text) && matches!(text.as_bytes().get(4), Some(b' ' | b'-'))
    });
    named(field, &PLACES) && share >= 90 && all >= ENOUGH
}

/// The field beside one of coordinates, with figures that can be the other one.
fn stands_by_coordinate(fields: &[FieldFacts], at: usize) -> bool {
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|i| fields.get(i));
    let Some(other) = beside.into_iter().find(|field| field.role.role == Role::Coordinate) else { return false };
    let evidence = Evidence::of(&fields[at]);
    if evidence.present == 0 || !evidence.nearly_all(fields[at].numeric()) || evidence.lengths().1 < 6 {
        return false;
    }
    let degrees = other.numbers.is_some_and(|(_, high)| high < 100.0);
    let decimals = fields[at].shape(Shape::DecimalPoint).count + fields[at].shape(Shape::DecimalComma).count;
    if degrees {
        evidence.nearly_all(decimals) && evidence.within(2.0, 34.0)
    } else {
        evidence.within(-120_000.0, 1_200_000.0)
    }
}
