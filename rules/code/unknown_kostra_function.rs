use super::kostra::{FUNCTIONS, function, padded_function};
use super::years::years;
use crate::matching::{Matching, present};
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// So many different functions of the list show that the field holds functions.
const ENOUGH: usize = 3;

/// The list has the functions of 2015, and those of 2025 on.
const NEWEST: i32 = 2025;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let first = years(facts).map(|(first, _)| first).filter(|year| *year >= NEWEST);
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
        for (told, variant) in [(unknown, ""), (ended, "ended")] {
            if let Some(code) = function(told.example) {
                let example = told.example;
                let draft = found.add(Some(field.column), told.seen);
                draft.variant(variant).excerpt("example", example).excerpt("function", code);
            }
        }
    }
}
