use super::kostra::{FUNCTIONS, function, is_short_type, is_type, padded_function};
use crate::areas::municipalities::is_digits;
use crate::matching::{Matching, present};
use munilint_detect::header::header_role;
use munilint_model::{Body, FieldFacts, Findings, Options, Role, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let has_functions = facts.fields.iter().any(|field| field.role.role == Role::KostraFunction);
    for field in &facts.fields {
        match field.role.role {
            Role::KostraFunction => {
                tell_padded(field, found);
                tell_form(field, found);
            }
            // With its zeros lost the field may not have been known for types; functions beside it tell.
            _ if has_functions && is_of_types(field) => {
                tell_short(field, found);
                tell_form(field, found);
            }
            Role::KostraType => tell_form(field, found),
            _ => {}
        }
    }
}

fn is_of_types(field: &FieldFacts) -> bool {
    header_role(&field.name).is_some_and(|(role, _)| role == Role::KostraType.name())
}

fn tell_padded(field: &FieldFacts, found: &mut Findings) {
    let values = present(field);
    let padded = Matching::of(values.iter().copied(), |text, _| padded_function(text).is_some());
    let is_function = |text: &str| is_digits(text, 3) && function(text).is_some_and(|code| FUNCTIONS.contains(code));
    let known = Matching::of(values.iter().copied(), |text, _| is_function(text));
    let Some(fixed) = padded_function(padded.example) else { return };
    // Other numbers of four digits may begin with a zero as well.
    if (padded.different() + known.different()) * 10 >= values.len() * 9 {
        let example = padded.example;
        let draft = found.add(Some(field.column), padded.seen);
        draft.variant("padded").excerpt("example", example).excerpt("fixed", fixed);
    }
}

fn tell_short(field: &FieldFacts, found: &mut Findings) {
    let values = present(field);
    let short = Matching::of(values.iter().copied(), |text, _| is_short_type(text));
    let known = Matching::of(values.iter().copied(), |text, _| is_type(text));
    if short.is_empty() || (short.different() + known.different()) * 10 < values.len() * 9 {
        return;
    }
    let (example, fixed) = (short.example, format!("0{}", short.example));
    let draft = found.add(Some(field.column), short.seen);
    draft.variant("zero").severity(Severity::Error).excerpt("example", example).excerpt("fixed", &fixed);
}

/// Tells of what has not three digits in a field in which nearly all have.
fn tell_form(field: &FieldFacts, found: &mut Findings) {
    let values = present(field);
    let three = Matching::of(values.iter().copied(), |text, _| is_digits(text, 3));
    let other = Matching::of(values.iter().copied(), |text, _| {
        !is_digits(text, 3) && !is_short_type(text) && padded_function(text).is_none()
    });
    if !other.is_empty() && three.different() * 10 >= values.len() * 9 {
        let example = other.example;
        found.add(Some(field.column), other.seen).excerpt("example", example);
    }
}
