use super::number_flag::number_and_flag;
use crate::matching::{Matching, present};
use munilint_model::{Body, FieldFacts, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let least = options.number("numbers") as usize;
    for field in facts.fields.iter().filter(|field| may_be_flagged(field)) {
        let values = present(field);
        let numbers = Matching::of(values.iter().copied(), |_, value| value.shape.is_number());
        let flagged = Matching::of(values.iter().copied(), |text, _| number_and_flag(text).is_some());
        // Among other texts it is no field of figures.
        let is_pure = numbers.different() + flagged.different() == values.len();
        let Some((number, flag)) = number_and_flag(flagged.example).filter(|_| is_pure) else { continue };
        if numbers.different() < least {
            continue;
        }
        let variant = if is_time(field.role.role) {
            "period"
        } else if flag == "*" {
            "preliminary"
        } else {
            ""
        };
        let example = flagged.example;
        let draft = found.add(Some(field.column), flagged.seen).variant(variant);
        draft.excerpt("example", example).excerpt("number", number).excerpt("flag", flag);
    }
}

fn may_be_flagged(field: &FieldFacts) -> bool {
    let role = field.role.role;
    !role.is_code() && !role.is_personal() && role != Role::FreeText
}

fn is_time(role: Role) -> bool {
    matches!(role, Role::Year | Role::Quarter | Role::Month | Role::Week)
}
