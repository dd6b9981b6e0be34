use super::leading_zero::with_zero;
use crate::areas::municipalities::{Meaning, is_digits, meaning};
use crate::areas::names::CITY_DISTRICTS;
use crate::matching::{Matching, present};
use munilint_model::{Body, CellMend, Change, FieldFacts, Findings, MendOf, Mends, Options, Role, TableFacts};
use std::collections::BTreeSet;

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

/// So many different city districts prove what a field with another name holds. Oslo has 15.
const ENOUGH: usize = 8;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let Some((variant, short)) = short_districts(field).or_else(|| short_basic_units(field)) else { continue };
        let example = short.example;
        let fixed = format!("0{example}");
        let draft = found.add(Some(field.column), short.seen).variant(variant);
        draft.excerpt("example", example).excerpt("fixed", &fixed);
    }
}

/// City districts of Oslo, 030101, that are written 30101.
fn short_districts(field: &FieldFacts) -> Option<(&'static str, Matching<'_>)> {
    let is_short = |text: &str| is_digits(text, 5) && is_district(&format!("0{text}"));
    let values = present(field);
    let short = Matching::of(values.iter().copied(), |text, _| is_short(text));
    if short.is_empty() {
        return None;
    }
    let is_area = |text: &str| {
        is_short(text) || (is_digits(text, 6) && is_district(text)) || meaning(text) == Meaning::Municipality
    };
    let all_areas = values.iter().all(|value| is_area(value.text.trim()));
    let only_short = values.iter().filter(|value| is_digits(value.text.trim(), 5)).count() == short.texts.len();
    let proven = match field.role.role {
        Role::CityDistrict => all_areas,
        // Accounts and services of budgets have five digits too: 30101 alone proves nothing.
        _ => only_short && short.texts.len() >= ENOUGH,
    };
    proven.then_some(("", short))
}

/// True for a district's number, and for those in 99, which stand for districts that are not told.
fn is_district(code: &str) -> bool {
    CITY_DISTRICTS.contains(code) || code == "030199"
}

/// Basic statistical units (grunnkretser) of eight digits that have seven.
fn short_basic_units(field: &FieldFacts) -> Option<(&'static str, Matching<'_>)> {
    if field.role.role != Role::BasicUnit {
        return None;
    }
    let has_municipality = |text: &str| text.get(..4).is_some_and(|code| meaning(code) == Meaning::Municipality);
    let is_short = |text: &str| is_digits(text, 7) && has_municipality(&format!("0{text}"));
    let is_full = |text: &str| is_digits(text, 8) && has_municipality(text);
    let values = present(field);
    let all_units = values.iter().map(|value| value.text.trim()).all(|text| is_short(text) || is_full(text));
    let short = Matching::of(values.iter().copied(), |text, _| is_short(text));
    (all_units && !short.is_empty()).then_some(("basic-unit", short))
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in &facts.fields {
        let Some((_, short)) = short_districts(field).or_else(|| short_basic_units(field)) else { continue };
        let texts: BTreeSet<String> = short.texts.iter().map(|text| (*text).to_owned()).collect();
        let mend = CellMend::new(move |value| texts.contains(value.trim()).then(|| with_zero(value)));
        mends.safe(Change::Cells { column: field.column, mend });
    }
}
