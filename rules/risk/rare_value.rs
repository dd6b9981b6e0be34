//! Persons whom a single field tells from nearly everybody else: the oldest, a country that few come from.

use super::quasi_identifiers::{QuasiIdentifiers, Trait};
use crate::matching::{number_of, present};
use crate::person::persons::unplaced;
use munilint_detect::header::is_birth_year;
use munilint_model::{Body, Confidence, FieldFacts, Findings, Options, Role, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// So many values that fewer than `k` rows have, and the rows that have them.
struct Rare {
    values: u64,
    rows: u64,
}

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    if (facts.rows as f64) < options.number("rows") {
        return;
    }
    let Some(persons) = QuasiIdentifiers::of(&facts.table) else { return };
    let (k, old) = (options.number("k") as u64, options.number("age"));
    for (quality, fields) in &persons.traits {
        // Of a code and its name, one is enough.
        let rare = fields.iter().find_map(|&at| {
            let field = &facts.fields[at];
            let rare = match quality {
                Trait::Age => oldest(field, k, old).map(|rare| ("old", rare)),
                Trait::Origin | Trait::Occupation | Trait::Education | Trait::CivilStatus => {
                    rare_categories(field, k).map(|rare| ("", rare))
                }
                Trait::Household => largest(field, k).map(|rare| ("large", rare)),
                Trait::Gender | Trait::Place | Trait::School | Trait::Declared(_) => None,
            };
            rare.map(|rare| (field, rare))
        });
        let Some((field, (variant, rare))) = rare else { continue };
        let draft = found.add(Some(field.column), unplaced(rare.rows));
        draft.variant(variant).excerpt("field", &field.name).count("k", k).count("values", rare.values);
        draft.count("age", old as u64);
        if persons.is_guess {
            draft.severity(Severity::Note).confidence(Confidence::Low);
        }
    }
}

/// Rows of the greatest ages, from the oldest down to where as many as `k` are at least so old; none younger than `old`.
/// A year of birth tells an age at the time of the latest birth in the table, and so the least it can be.
fn oldest(field: &FieldFacts, k: u64, old: f64) -> Option<Rare> {
    let is_birth = is_birth_year(&field.name);
    if field.role.role != Role::Age && !is_birth {
        return None;
    }
    let numbers = numbers(field)?;
    let latest = numbers.iter().map(|(number, _)| *number).fold(0.0, f64::max);
    let age = |number: f64| if is_birth { latest - number } else { number };
    let ages = numbers.into_iter().map(|(number, rows)| (age(number), rows));
    // What is older is an error, and another rule's.
    tail(ages.filter(|(age, _)| (old..OLDEST).contains(age)).collect(), k)
}

/// Nobody was ever older, in years: 122 (Jeanne Calment).
const OLDEST: f64 = 123.0;

/// From so many on a household is large.
const LARGE: f64 = 8.0;

/// No household is larger than this; what is, counts something else.
const LARGEST: f64 = 30.0;

/// Rows of the greatest households.
fn largest(field: &FieldFacts, k: u64) -> Option<Rare> {
    let numbers = numbers(field)?;
    if numbers.iter().any(|(number, _)| *number > LARGEST) {
        return None;
    }
    tail(numbers.into_iter().filter(|(number, _)| *number >= LARGE).collect(), k)
}

/// The different numbers of a field, each with its rows; `None` where there are too many or most are none.
fn numbers(field: &FieldFacts) -> Option<Vec<(f64, u64)>> {
    let numbers: Vec<(f64, u64)> =
        present(field).into_iter().filter_map(|value| Some((number_of(value)?, value.seen.count))).collect();
    let rows: u64 = numbers.iter().map(|(_, rows)| rows).sum();
    (rows > 0 && rows * 2 > field.present()).then_some(numbers)
}

/// From the greatest number down, as long as fewer than `k` rows have it or a greater one.
fn tail(mut numbers: Vec<(f64, u64)>, k: u64) -> Option<Rare> {
    numbers.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let mut rare = Rare { values: 0, rows: 0 };
    for (_, rows) in numbers {
        if rare.rows + rows >= k {
            break;
        }
        rare.values += 1;
        rare.rows += rows;
    }
    (rare.rows > 0).then_some(rare)
}

/// Categories that fewer than `k` rows have, where most rows have others.
fn rare_categories(field: &FieldFacts, k: u64) -> Option<Rare> {
    let values = present(field);
    let rare = values.iter().filter(|value| value.seen.count < k);
    let rare = rare.fold(Rare { values: 0, rows: 0 }, |rare, value| Rare {
        values: rare.values + 1,
        rows: rare.rows + value.seen.count,
    });
    (rare.rows > 0 && rare.rows * 2 <= field.present()).then_some(rare)
}
