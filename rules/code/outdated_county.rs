use super::mixed_county_vintages::is_mixed;
use crate::areas::counties::{Counties, county_fields, is_key};
use crate::areas::names::COUNTIES;
use crate::years::{has_unread_time, in_name, years};
use munilint_model::{Body, Confidence, FieldFacts, Findings, Occurrences, Options, Place, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Fewer different counties than this say little of a vintage.
const ENOUGH: usize = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in county_fields(facts).filter(|field| !is_mixed(facts, field)) {
        let stated = in_name(&field.name).map(|year| (year, year));
        match stated.or_else(|| years(facts)) {
            Some((first, last)) => outdated(field, first, last, found),
            None if !has_unread_time(facts) && !is_key(facts, field) => undated(field, found),
            None => {}
        }
    }
}

/// Counties that had ended before the first year that the table is about. Later ones are right where figures were worked out anew
/// for a later division.
fn outdated(field: &FieldFacts, first: i32, last: i32, found: &mut Findings) {
    let newest = COUNTIES.years().last().copied().unwrap_or_default();
    // What comes after the newest edition is not known.
    let counties = Counties::of(field);
    let Some((odd, example)) = counties.not_in(first.min(newest), newest) else { return };
    let draft = found.add(Some(field.column), odd.seen);
    let of = if first == last { first.to_string() } else { format!("{first}–{last}") };
    draft.excerpt("example", example.value.text.trim()).word("span", example.span()).word("of", of);
}

/// Counties of an earlier division in a table that says no year are worth knowing of before it is joined.
fn undated(field: &FieldFacts, found: &mut Findings) {
    let newest = COUNTIES.years().last().copied().unwrap_or_default();
    let counties = Counties::of(field);
    let Some((odd, example)) = counties.not_in(newest, newest) else { return };
    if counties.len() < ENOUGH {
        return;
    }
    let ended = odd.different() as u64;
    let draft = found.add(Some(field.column), Occurrences::at(Place::Field { column: field.column }));
    draft.variant("undated").severity(Severity::Note).confidence(Confidence::Medium);
    draft.excerpt("example", example.value.text.trim()).word("span", example.span());
    draft.count("ended", ended).count("all", counties.len() as u64);
}
