use crate::areas::municipalities::{Meaning, is_digits, meaning};
use crate::matching::{Matching, present};
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// So many different codes in full show that the field holds them.
const ENOUGH: usize = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::BasicUnit) {
        let values = present(field);
        let full = Matching::of(values.iter().copied(), |text, _| is_full(text));
        // A lost zero is another rule's matter, and so are municipalities among their parts.
        let other = Matching::of(values, |text, _| {
            is_digits(text, text.len()) && !is_full(text) && !is_digits(text, 4) && !is_full(&format!("0{text}"))
        });
        if !other.is_empty() && full.different() >= ENOUGH && other.different() * 4 <= full.different() {
            let example = other.example;
            found.add(Some(field.column), other.seen).excerpt("example", example);
        }
    }
}

/// True for eight digits of which the first four are a municipality's, now or earlier.
fn is_full(text: &str) -> bool {
    is_digits(text, 8) && meaning(&text[..4]) == Meaning::Municipality
}
