use super::kostra::{FUNCTIONS, function, padded_function};
use crate::matching::{Matching, present};
use crate::years::years;
use munilint_model::{Body, Findings, Options, Role, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// So many different functions of the list show that the field holds functions.
const ENOUGH: usize = 3;

/// The list has the functions of this year,
const OLDEST: i32 = 2015;

/// and those from this year on.
const NEWEST: i32 = 2025;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let years = years(facts);
    let first = years.map(|(first, _)| first).filter(|year| *year >= NEWEST);
    let is_listed = first.is_some() || years == Some((OLDEST, OLDEST));
    for field in facts.fields.iter().filter(|field| field.role.role == Role::KostraFunction) {
        let values = present(field);
        let of = |is_meant: &dyn Fn(&str) -> bool| {
            Matching::of(values.iter().copied(), |text, _| {
                padded_function(text).is_none() && function(text).is_some_and(is_meant)
            })
        };
        let known = of(&|code| FUNCTIONS.contains(code));
        let unknown = of(&|code| !FUNCTIONS.contains(code));
        if known.different() < ENOUGH || unknown.different() * 4 > known.different() {
            continue;
        }
        let ended = of(&|code| FUNCTIONS.contains(code) && first.is_some_and(|year| !FUNCTIONS.valid_in(code, year)));
        // In other years the function may have been in use.
        let severity = (!is_listed).then_some(Severity::Note);
        for (told, variant, severity) in [(unknown, "", severity), (ended, "ended", None)] {
            if let Some(code) = function(told.example) {
                let example = told.example;
                let draft = found.add(Some(field.column), told.seen);
                draft.variant(variant).excerpt("example", example).excerpt("function", code);
                draft.severity = severity;
            }
        }
    }
}
