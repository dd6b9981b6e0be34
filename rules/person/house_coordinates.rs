use super::persons::{at_least, beside, named, unplaced};
use crate::matching::{Matching, present};
use munilint_model::{Body, CellMend, Change, FieldFacts, Findings, MendOf, Mends, Options, Role, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

/// Decimals of a degree from which on a place is a house: the fourth is eleven metres.
const DECIMALS: usize = 4;

/// Length of a degree with so many decimals.
const LONG: u32 = 7;

/// Degrees of Norway, Svalbard and Jan Mayen, east and north.
const DEGREES: (f64, f64) = (-10.0, 82.0);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let is_organisation = facts.fields.iter().any(|field| field.role.role == Role::OrganisationNumber);
    let precise: Vec<&FieldFacts> = facts.fields.iter().filter(|field| is_precise(field)).collect();
    let Some(first) = precise.first().filter(|_| !is_organisation) else { return };
    let mut others = beside(facts, first.column);
    // The e-mail address of a contact stands beside many a playground.
    others.retain(|field| field.role.role != Role::Email && field.emails.is_empty());
    if !others.is_empty() {
        let column = (precise.len() == 1).then_some(first.column);
        let draft = found.add(column, unplaced(first.present()));
        draft.word("others", named(&others)).word("fields", named(&precise));
    }
}

/// True for places that are told so exactly that they are one house.
fn is_precise(field: &FieldFacts) -> bool {
    if field.role.role != Role::Coordinate {
        return false;
    }
    let is_degrees = is_degrees(field);
    let fits = |text: &str| if is_degrees { has_decimals(text) } else { is_metre(text) };
    match field.values {
        Some(_) => at_least(50, Matching::of(present(field), |text, _| fits(text)).seen.count, field.present()),
        None if is_degrees => {
            let decimals = field.shape(Shape::DecimalPoint).count + field.shape(Shape::DecimalComma).count;
            at_least(50, decimals, field.present()) && field.lengths.is_some_and(|(_, longest)| longest >= LONG)
        }
        None => true,
    }
}

fn is_degrees(field: &FieldFacts) -> bool {
    field.numbers.is_some_and(|(low, high)| low >= DEGREES.0 && high <= DEGREES.1)
}

fn has_decimals(text: &str) -> bool {
    text.rsplit_once(['.', ',']).is_some_and(|(_, decimals)| decimals.len() >= DECIMALS)
}

/// True for metres that are not rounded to hundreds.
fn is_metre(text: &str) -> bool {
    let whole = text.split(['.', ',']).next().unwrap_or_default();
    whole.len() >= 6 && !whole.ends_with("00")
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in facts.fields.iter().filter(|field| is_precise(field)) {
        let round = if is_degrees(field) { hundredths } else { kilometres };
        mends.suggest(Change::Cells { column: field.column, mend: CellMend::new(round) });
    }
}

/// Degrees with two decimals.
fn hundredths(value: &str) -> Option<String> {
    let mark = value.chars().find(|c| matches!(c, '.' | ','))?;
    let degrees: f64 = value.trim().replace(',', ".").parse().ok()?;
    Some(format!("{degrees:.2}").replace('.', mark.encode_utf8(&mut [0; 4])))
}

/// Metres in whole kilometres.
fn kilometres(value: &str) -> Option<String> {
    let metres: f64 = value.trim().replace(',', ".").parse().ok()?;
    Some(format!("{:.0}", (metres / 1000.0).round() * 1000.0))
}
