use crate::areas::municipalities::is_digits;
use crate::matching::{Matching, present};
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// How many digits a code of NUS2000 has on its lowest level.
const FULL: usize = 6;

/// So many different codes in full show that the field holds them.
const ENOUGH: usize = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::Education) {
        let values = present(field);
        let full = Matching::of(values.iter().copied(), |text, _| is_digits(text, FULL));
        // A digit or two alone are levels or stand for what is not told.
        let other = Matching::of(values, |text, _| text.len() > 2 && text.len() != FULL && is_digits(text, text.len()));
        if !other.is_empty() && full.different() >= ENOUGH && other.different() * 4 <= full.different() {
            let example = other.example;
            found.add(Some(field.column), other.seen).excerpt("example", example);
        }
    }
}
