use super::column_evidence::is_named;
use super::in_text::in_text;
use super::persons::{at_least, beside, named, placed, unplaced};
use crate::matching::{Matching, present};
use munilint_detect::cadastral::cadastral_number;
use munilint_model::{Body, FieldFacts, Findings, Form, Mention, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Words of a header that speaks of properties in the cadastre, folded.
const PROPERTIES: [&str; 10] = [
    "gnr", "gnrbnr", "gbnr", "gardsnr", "gardsnummer", "gardsbruksnummer", "matrikkel", "matrikkelnr",
    "matrikkelnummer", "matrikkelenhet",
];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let Some(kind) = kind(field) else { continue };
        let others = beside(facts, field.column);
        if others.is_empty() {
            continue;
        }
        let seen = match kind {
            "" => placed(facts, field.form(Form::StreetAddress).clone()),
            "dwelling" => unplaced(field.form(Form::Dwelling).count),
            _ => unplaced(field.present()),
        };
        found.add(Some(field.column), seen).variant(kind).word("others", named(&others));
    }
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::Address, Mention::Property], found));
}

/// Which of the page's messages the field is for.
fn kind(field: &FieldFacts) -> Option<&'static str> {
    let there = field.present();
    let is_open = matches!(field.role.role, Role::Unknown | Role::Category | Role::Key);
    if field.role.role == Role::Address && at_least(50, field.form(Form::StreetAddress).count, there) {
        Some("")
    } else if is_open && at_least(90, field.form(Form::Dwelling).count, there) {
        Some("dwelling")
    } else {
        (is_named(field, &PROPERTIES) && holds_properties(field)).then_some("property")
    }
}

/// True for `208/37`, or for the number of a farm alone, whose holding stands in a field of its own.
fn holds_properties(field: &FieldFacts) -> bool {
    let fits = |text: &str| cadastral_number(text.as_bytes()) || text.bytes().all(|byte| byte.is_ascii_digit());
    match field.values {
        Some(_) => at_least(90, Matching::of(present(field), |text, _| fits(text)).seen.count, field.present()),
        None => field.lengths.is_some_and(|(_, longest)| longest <= 24),
    }
}
