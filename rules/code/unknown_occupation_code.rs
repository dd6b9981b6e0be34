use super::occupations::{code, is_known};
use crate::matching::{Matching, present};
use munilint_detect::header::fold;
use munilint_model::{Body, FieldFacts, Findings, Options, Role, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// So many different codes of the list show that the field follows it, at least in part.
const ENOUGH: usize = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::Occupation) {
        let values = present(field);
        let of = |wanted: bool| {
            Matching::of(values.iter().copied(), |text, _| code(text).is_some_and(|code| is_known(code) == wanted))
        };
        let (known, unknown) = (of(true), of(false));
        let is_typing_error = unknown.different() * 4 <= known.different();
        if unknown.is_empty() || known.different() < ENOUGH || (!is_typing_error && unknown.different() < ENOUGH) {
            continue;
        }
        let example = unknown.example;
        let draft = found.add(Some(field.column), unknown.seen);
        draft.excerpt("example", example).count("known", known.seen.count);
        if !is_typing_error {
            draft.variant("edition");
            if let Some(teller) = facts.fields.iter().find(|field| tells_edition(field)) {
                draft.variant("told-edition").severity(Severity::Note).excerpt("teller", &teller.name);
            }
        }
    }
}

/// True when the field says which edition of the classification each row follows: `ISCO-88`, `STYRK-08`.
fn tells_edition(field: &FieldFacts) -> bool {
    let is_edition = |text: &str| {
        let folded = fold(text);
        (folded.starts_with("isco") || folded.starts_with("styrk")) && folded.bytes().any(|byte| byte.is_ascii_digit())
    };
    present(field).iter().any(|value| is_edition(&value.text))
}
