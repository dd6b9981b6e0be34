use super::mixed_municipality_vintages::Mixed;
use crate::areas::municipalities::is_digits;
use crate::areas::vintage::{Numbers, ended_before, newest_year, renumbered, successors, tell_ended};
use crate::years::{has_rows_of_several_years, has_unread_time, in_name, years};
use munilint_model::{
    Body, CellMend, Change, Confidence, FieldFacts, Findings, MendOf, Mends, Occurrences, Options, Place, Role,
    Severity, TableFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

/// Fewer different numbers than this say little of a vintage.
const ENOUGH: usize = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityNumber) {
        if Mixed::of(facts, field).is_some() {
            continue;
        }
        let numbers = Numbers::of(field);
        let stated = in_name(&field.name);
        if stated.is_none() && has_rows_of_several_years(facts) {
            // Each number is compared with its own row's year by another rule.
            continue;
        }
        match stated.or(years(facts).map(|(first, _)| first)) {
            Some(year) => {
                let ended = numbers.that(|code| ended_before(code, year));
                tell_ended(found, field.column, &ended, year, |draft, _| {
                    draft.word("of", year.to_string());
                });
            }
            None if !has_unread_time(facts) && !names_division(&field.name) => undated(field, &numbers, found),
            None => {}
        }
    }
}

/// True when the name ends in two digits, which are a year: `kommunenummer_19`.
fn names_division(name: &str) -> bool {
    let last = name.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    is_digits(last, 2)
}

/// A column of an earlier division in a table that says no year is worth knowing of before it is joined.
fn undated(field: &FieldFacts, numbers: &Numbers, found: &mut Findings) {
    let best = numbers.best_year();
    let ended = numbers.that(|code| ended_before(code, newest_year()));
    if numbers.len() < ENOUGH || ended.is_empty() || numbers.valid_in(best) < numbers.len() {
        return;
    }
    let (first, last) = numbers.span_around(best);
    let mut seen = Occurrences::default();
    seen.add(|| Place::Field { column: field.column });
    let draft = found.add(Some(field.column), seen).variant("undated");
    draft.severity(Severity::Note).confidence(Confidence::Medium);
    draft.word("from", first.to_string()).word("to", last.to_string());
    draft.count("ended", ended.len() as u64).count("all", numbers.len() as u64);
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityNumber) {
        let stated = in_name(&field.name);
        let Some(year) = stated.or(years(facts).map(|(first, _)| first)) else { continue };
        if Mixed::of(facts, field).is_some() || stated.is_none() && has_rows_of_several_years(facts) {
            continue;
        }
        let numbers = Numbers::of(field);
        let ended = numbers.that(|code| ended_before(code, year));
        let successors = successors(ended.iter().map(|(code, _)| *code), year);
        if successors.is_empty() {
            continue;
        }
        let mend = CellMend::new(move |value| renumbered(value, &successors));
        mends.suggest(Change::Cells { column: field.column, mend });
    }
}
